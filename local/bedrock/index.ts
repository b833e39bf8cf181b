export { answeringModels } from './answeringModels';
export { BedrockSettingsError } from './errors';
export { type Bedrock, type BedrockCall, startBedrock } from './server';
export { type BedrockSettings, readBedrockSettings } from './settings';
