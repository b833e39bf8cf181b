export { answeringModels } from './answeringModels';
export { createEmbedder } from './embedding';
export { createEngine } from './engines';
export { weightsProcess } from './llama/weightsProcess';
export {
  type BedrockSettings,
  type ChosenModels,
  type EmbeddingSettings,
  readBedrockSettings,
  readEmbeddingSettings,
} from './settings';
export { BedrockSettingsError } from './settingsError';
