import { defineFunction } from '@aws-amplify/backend';

/** Answers `searchPostMortems`, `similarPostMortems` and `similarToText`, for the signed-in caller and nobody else. */
export const search = defineFunction({
  name: 'search',
  entry: '../lambda/search/handler.ts',
  runtime: 22,
  timeoutSeconds: 15,
  memoryMB: 1024,
  resourceGroupName: 'data',
});
