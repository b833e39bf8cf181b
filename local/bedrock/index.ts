export { answeringModels } from '../nevermore/answering/answeringModels';
export { weightsProcess } from '../nevermore/answering/llama/weightsProcess';
export {
  type BedrockSettings,
  type ChosenModels,
  readBedrockSettings,
} from '../nevermore/answering/settings';
export { BedrockSettingsError } from './errors';
export { type Bedrock, type BedrockCall, startBedrock } from './server';
