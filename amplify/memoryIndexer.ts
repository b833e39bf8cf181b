import { defineFunction } from '@aws-amplify/backend';

/** Follows every change of a memory, and keeps the index of what they mean. */
export const memoryIndexer = defineFunction({
  name: 'memoryIndexer',
  entry: '../lambda/memoryIndexer/handler.ts',
  runtime: 22,
  timeoutSeconds: 120,
  memoryMB: 512,
  resourceGroupName: 'data',
});
