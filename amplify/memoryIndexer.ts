import { defineFunction } from '@aws-amplify/backend';

/**
 * Follows every change of a memory and keeps the index of what they mean. The schedule embeds one word, to see who
 * embeds, and makes the index anew where it is another's or has been lost.
 */
export const memoryIndexer = defineFunction({
  name: 'memoryIndexer',
  entry: '../lambda/memoryIndexer/handler.ts',
  runtime: 22,
  timeoutSeconds: 300,
  memoryMB: 512,
  schedule: 'every 5m',
  resourceGroupName: 'data',
});
