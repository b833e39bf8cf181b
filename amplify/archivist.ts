import { defineFunction } from '@aws-amplify/backend';

/**
 * Follows every change of a post-mortem and starts what enters it into the archive or takes it out; and enters what
 * was published before there was an archive. The schedule embeds one word once that is done.
 */
export const archivist = defineFunction({
  name: 'archivist',
  entry: '../lambda/archivist/handler.ts',
  runtime: 22,
  timeoutSeconds: 300,
  memoryMB: 512,
  schedule: 'every 5m',
  resourceGroupName: 'data',
});
