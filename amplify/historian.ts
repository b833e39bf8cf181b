import { defineFunction } from '@aws-amplify/backend';

/** Writes down every save of a post-mortem, and forgets the history of those that were deleted. */
export const historian = defineFunction({
  name: 'historian',
  entry: '../lambda/historian/handler.ts',
  runtime: 22,
  timeoutSeconds: 60,
  memoryMB: 512,
  resourceGroupName: 'data',
});
