import { defineFunction } from '@aws-amplify/backend';

/**
 * Keeps the index that post-mortems are searched by: follows every save, and enters what was written before there
 * was an index. The schedule reads one item once that is done.
 */
export const indexer = defineFunction({
  name: 'indexer',
  entry: '../lambda/indexer/handler.ts',
  runtime: 22,
  timeoutSeconds: 300,
  memoryMB: 512,
  schedule: 'every 5m',
  resourceGroupName: 'data',
});
