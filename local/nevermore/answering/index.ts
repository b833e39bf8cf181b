export { answeringModels } from './answeringModels';
export { createEngine } from './engines';
export { weightsProcess } from './llama/weightsProcess';
export { type BedrockSettings, type ChosenModels, readBedrockSettings } from './settings';
export { BedrockSettingsError } from './settingsError';
