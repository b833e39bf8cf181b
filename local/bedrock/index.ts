export { BedrockError, BedrockSettingsError } from './errors';
export { type Bedrock, type BedrockCall, type BedrockOptions, startBedrock } from './server';
export { type BedrockSettings, readBedrockSettings } from './settings';
