export { answeringModels } from './answeringModels';
export { BedrockSettingsError } from './errors';
export { weightsProcess } from './llama/weightsProcess';
export { type Bedrock, type BedrockCall, startBedrock } from './server';
export { type BedrockSettings, type ChosenModels, readBedrockSettings } from './settings';
