import { defineFunction } from '@aws-amplify/backend';

/**
 * Looks after the runs: ends or starts those that nobody works on any more, and deletes those whose
 * post-mortem was deleted.
 */
export const caretaker = defineFunction({
  name: 'caretaker',
  entry: '../lambda/caretaker/handler.ts',
  runtime: 22,
  timeoutSeconds: 120,
  memoryMB: 256,
  schedule: 'every 5m',
  resourceGroupName: 'data',
});
