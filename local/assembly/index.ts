export { type AmplifyOutputs, amplifyOutputs } from './amplifyOutputs';
export * from './errors';
export { loadAssembly } from './loadAssembly';
export { DEFAULT_LOCAL_VALUES, type LocalValues } from './physicalIds';
export { synthesize } from './synthesize';
export type * from './types';
