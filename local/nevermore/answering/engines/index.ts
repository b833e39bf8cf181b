import type { Engine } from '../../../bedrock/converse';
import { paced } from '../paced';
import type { BedrockSettings } from '../settings';
import { awsEngine } from './aws';
import { llamaEngine } from './llama';
import { offlineEngine } from './offline';
import { openAiEngine } from './openai';

/**
 * Who answers, by the settings.
 * @throws UnsupportedRegionError when Bedrock is to answer in a region without Nova
 */
export function createEngine(settings: BedrockSettings): Engine {
  const engine = engineOf(settings);
  return settings.latencyMs ? paced(engine, settings.latencyMs) : engine;
}

function engineOf(settings: BedrockSettings): Engine {
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
