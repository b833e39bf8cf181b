import { type AnsweringModels, OFFLINE_DRAFTER } from '../../../domain/enhancement/modelRoles';
import type { BedrockSettings } from './settings';

/**
 * Who answers for each role under these settings (`deployed` names the backend's own models, which the real
 * Bedrock answers with), for `custom.models` of `amplify_outputs.json`.
 */
export function answeringModels(settings: BedrockSettings, deployed: AnsweringModels): AnsweringModels {
  switch (settings.engine) {
    case 'offline':
      return { micro: OFFLINE_DRAFTER, lite: OFFLINE_DRAFTER, pro: OFFLINE_DRAFTER, offline: true };
    case 'openai':
      return { ...settings.models, offline: false };
    case 'aws':
      return deployed;
    case 'llama': {
      const { micro, lite, pro } = settings.models;
      return { micro: micro.name, lite: lite.name, pro: pro.name, offline: false };
    }
  }
}
