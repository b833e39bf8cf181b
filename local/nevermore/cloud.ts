import type { AnsweringModels } from '../../domain/enhancement/modelRoles';
import { LONGEST_CALL_SECONDS } from '../../lambda/enhance/callLimit';
import type { AmplifyOutputs } from '../assembly';
import { type CloudOptions, type LocalCloud, startCloud } from '../cloud';
import {
  answeringModels,
  type BedrockSettings,
  createEmbedder,
  createEngine,
  type EmbeddingSettings,
} from './answering';
import { backendEnvironment } from './backendEnvironment';
import { rebuildDamaged } from './rebuildIndexes';

export interface NevermoreCloudOptions
  extends Omit<CloudOptions, 'functionEnvironment' | 'backendEnvironment' | 'engine' | 'embedder'> {
  /** Who answers for Bedrock. */
  bedrock: BedrockSettings;
  /** Who embeds for it; the offline embedder unless told. */
  embedding?: EmbeddingSettings;
}

/** The local cloud, with what is Nevermore's own. */
export type NevermoreCloud = LocalCloud & {
  /** `mcp` is where assistants post to. */
  endpoints: LocalCloud['endpoints'] & { mcp: string };
};

/**
 * The local cloud with its models, and with what Nevermore tells its functions and its page about the models that answer here.
 * @throws what `startCloud` throws
 */
export async function startNevermoreCloud({
  bedrock,
  embedding = { embedder: 'offline' },
  ...options
}: NevermoreCloudOptions): Promise<NevermoreCloud> {
  const cloud = await startCloud({
    ...options,
    engine: createEngine(bedrock),
    embedder: createEmbedder(embedding),
    backendEnvironment: backendEnvironment(process.env),
    functionEnvironment: ({ webhooks }) => ({
      ...patience(bedrock),
      // A link in a mail leads to the app that this cloud serves.
      APP_URL: `http://localhost:${options.ports.app}`,
      // The team's channel is a webhook that the outbox shows, unless there is a real one.
      ...(!process.env.NEVERMORE_WEBHOOK_URL && { WEBHOOK_URL: `${webhooks}slack` }),
    }),
  });
  const mcp = String(cloud.outputs.custom?.mcp ?? '');
  const damage = [...cloud.damage, ...(await rebuildDamaged(cloud))];
  return {
    ...{ ...cloud, damage, endpoints: { ...cloud.endpoints, mcp } },
    outputs: withLocalAnswers(cloud, bedrock),
  };
}

/** Models on this computer answer one call after the other: up to three of a run wait for each other. */
const CALLS_IN_LINE = 3;

/** What the functions are told of slow models, in the variable that also a deployment may set. */
const patience = (bedrock: BedrockSettings): Record<string, string> =>
  bedrock.engine === 'llama'
    ? {
        MODEL_CALL_SECONDS: String(
          Math.min(LONGEST_CALL_SECONDS, bedrock.secondsForAnAnswer * CALLS_IN_LINE),
        ),
      }
    : {};

/**
 * A backend that says which models answer names Bedrock's; here it may be others. And codes that Cognito
 * would send by e-mail are printed, and executions that AWS's console would show have pages.
 */
function withLocalAnswers(
  { outputs, endpoints, embeddedBy }: LocalCloud,
  bedrock: BedrockSettings,
): AmplifyOutputs {
  const deployed = outputs.custom?.models as AnsweringModels | undefined;
  if (deployed === undefined) return outputs;
  return {
    ...outputs,
    custom: {
      ...outputs.custom,
      models: answeringModels(bedrock, deployed),
      embeddedBy,
      codesAppearIn: 'the terminal where npm start runs',
      // Without the key: whoever reads the page's files is not whoever may read the runs'.
      executions: endpoints.executions.replace(/\?.*/, ''),
    },
  };
}
