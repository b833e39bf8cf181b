import { defineFunction } from '@aws-amplify/backend';

/** The function behind `remarkOnPostMortem`. AppSync gives up after 30 s, and so does it. */
export const remarks = defineFunction({
  name: 'remarks',
  entry: '../lambda/remarks/handler.ts',
  runtime: 22,
  timeoutSeconds: 30,
  memoryMB: 1024,
  resourceGroupName: 'data',
});
