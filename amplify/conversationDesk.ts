import { defineFunction } from '@aws-amplify/backend';

/** The proxy behind everything that people say to the assistant. It checks, records and starts. */
export const conversationDesk = defineFunction({
  name: 'conversationDesk',
  entry: '../lambda/conversationDesk/handler.ts',
  runtime: 22,
  timeoutSeconds: 15,
  memoryMB: 512,
  resourceGroupName: 'data',
});
