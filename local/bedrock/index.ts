export type { Engine } from './converse';
export type { Embedder } from './embed';
export { type Bedrock, type BedrockCall, startBedrock } from './server';
export { unconfigured } from './unconfigured';
