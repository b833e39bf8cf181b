export type { Engine } from './converse';
export { type Bedrock, type BedrockCall, startBedrock } from './server';
export { unconfigured } from './unconfigured';
