import { defineFunction } from '@aws-amplify/backend';

/** The proxy behind `startEnhancement`. It only checks, records and starts, so it needs little of anything. */
export const start = defineFunction({
  name: 'start',
  entry: '../lambda/start/handler.ts',
  runtime: 22,
  timeoutSeconds: 15,
  memoryMB: 512,
  resourceGroupName: 'data',
});
