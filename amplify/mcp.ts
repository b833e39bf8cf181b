import { defineFunction } from '@aws-amplify/backend';

/** Speaks MCP with assistants, each as the person whose token it sends. */
export const mcp = defineFunction({
  name: 'mcp',
  entry: '../lambda/mcp/handler.ts',
  runtime: 22,
  // A run is waited for as long as clients wait for a call.
  timeoutSeconds: 60,
  memoryMB: 1024,
  resourceGroupName: 'data',
});
