import { defineFunction } from '@aws-amplify/backend';

/** The function behind `askArchive`. AppSync does not wait for it; a model on a laptop may take minutes. */
export const ask = defineFunction({
  name: 'ask',
  entry: '../lambda/ask/handler.ts',
  runtime: 22,
  timeoutSeconds: 290,
  memoryMB: 1024,
  resourceGroupName: 'data',
});
