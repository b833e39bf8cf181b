import { defineFunction } from '@aws-amplify/backend';

/** Answers `findMemories`, for the signed-in caller and nobody else. */
export const memoryFinder = defineFunction({
  name: 'memoryFinder',
  entry: '../lambda/memories/handler.ts',
  runtime: 22,
  timeoutSeconds: 15,
  memoryMB: 1024,
  resourceGroupName: 'data',
});
