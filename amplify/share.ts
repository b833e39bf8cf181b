import { defineFunction } from '@aws-amplify/backend';

/** The proxy behind `sharePostMortem`: it finds a person by their address, which no browser may. */
export const share = defineFunction({
  name: 'share',
  entry: '../lambda/share/handler.ts',
  runtime: 22,
  timeoutSeconds: 15,
  memoryMB: 512,
  resourceGroupName: 'data',
});
