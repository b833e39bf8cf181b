import { defineFunction } from '@aws-amplify/backend';

/** The proxy behind reviews: it checks who submits, decides and calls off, and starts or wakes the workflow. */
export const reviewDesk = defineFunction({
  name: 'review-desk',
  entry: '../lambda/reviewDesk/handler.ts',
  runtime: 22,
  timeoutSeconds: 20,
  memoryMB: 512,
  resourceGroupName: 'data',
});
