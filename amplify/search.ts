import { defineFunction } from '@aws-amplify/backend';

/** Answers `searchPostMortems` and `similarPostMortems`, for the signed-in caller and nobody else. */
export const search = defineFunction({
  name: 'search',
  entry: '../lambda/search/handler.ts',
  runtime: 22,
  timeoutSeconds: 15,
  memoryMB: 1024,
  resourceGroupName: 'data',
});
