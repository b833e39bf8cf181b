import type { Embedder } from '../../../bedrock';
import type { EmbeddingSettings } from '../settings';
import { awsEmbedder } from './awsEmbedder';
import { offlineEmbedder } from './offlineEmbedder';
import { openAiEmbedder } from './openAiEmbedder';

/** Who embeds, by the settings. */
export function createEmbedder(settings: EmbeddingSettings): Embedder {
  switch (settings.embedder) {
    case 'offline':
      return offlineEmbedder();
    case 'openai':
      return openAiEmbedder(settings);
    case 'aws':
      return awsEmbedder(settings);
  }
}
