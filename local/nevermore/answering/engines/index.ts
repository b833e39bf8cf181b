import type { Engine } from '../../../bedrock/converse';
import type { BedrockSettings } from '../settings';
import { awsEngine } from './aws';
import { llamaEngine } from './llama';
import { offlineEngine } from './offline';
import { openAiEngine } from './openai';

/** Who answers, by the settings. */
export function createEngine(settings: BedrockSettings): Engine {
  switch (settings.engine) {
    case 'offline':
      return offlineEngine();
    case 'openai':
      return openAiEngine(settings);
    case 'aws':
      return awsEngine(settings);
    case 'llama':
      return llamaEngine(settings);
  }
}
