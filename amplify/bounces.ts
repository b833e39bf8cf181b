import { defineFunction } from '@aws-amplify/backend';

/** Notes on a review that a mail did not arrive. */
export const bounces = defineFunction({
  name: 'bounces',
  entry: '../lambda/bounces/handler.ts',
  runtime: 22,
  timeoutSeconds: 15,
  memoryMB: 256,
  resourceGroupName: 'data',
});
