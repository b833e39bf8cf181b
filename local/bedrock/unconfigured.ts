import type { Engine } from './converse';
import { BedrockError } from './errors';

/**
 * Stands where nobody has handed in an engine: there is no model on this computer by itself, and an answer
 * that is made up would look like one. Every call fails as AWS fails one for a model without access.
 */
export const unconfigured: Engine = {
  name: 'unconfigured',
  describe: () => 'nobody: no model is configured',
  converse: async ({ modelId }) => {
    throw new BedrockError(
      'AccessDeniedException',
      `No model answers for "${modelId}" here: this local cloud was started without an engine. Hand one to ` +
        'startCloud (`engine`, a function from Converse requests to replies), or give the function an ' +
        'AWS_ENDPOINT_URL_BEDROCK_RUNTIME of its own.',
    );
  },
};
