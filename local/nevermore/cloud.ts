import type { AnsweringModels } from '../../domain/enhancement/modelRoles';
import { LONGEST_CALL_SECONDS } from '../../lambda/enhance/callLimit';
import type { AmplifyOutputs } from '../assembly';
import { type CloudOptions, type LocalCloud, startCloud } from '../cloud';
import { answeringModels, type BedrockSettings, createEngine } from './answering';

export interface NevermoreCloudOptions extends Omit<CloudOptions, 'functionEnvironment' | 'engine'> {
  /** Who answers for Bedrock. */
  bedrock: BedrockSettings;
}

/**
 * The local cloud with its models, and with what Nevermore tells its functions and its page about the models that answer here.
 * @throws what `startCloud` throws
 */
export async function startNevermoreCloud({
  bedrock,
  ...options
}: NevermoreCloudOptions): Promise<LocalCloud> {
  const cloud = await startCloud({
    ...options,
    engine: createEngine(bedrock),
    functionEnvironment: patience(bedrock),
  });
  return { ...cloud, outputs: withLocalAnswers(cloud, bedrock) };
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
function withLocalAnswers({ outputs, endpoints }: LocalCloud, bedrock: BedrockSettings): AmplifyOutputs {
  const deployed = outputs.custom?.models as AnsweringModels | undefined;
  if (deployed === undefined) return outputs;
  return {
    ...outputs,
    custom: {
      ...outputs.custom,
      models: answeringModels(bedrock, deployed),
      codesAppearIn: 'the terminal where npm start runs',
      // Without the key: whoever reads the page's files is not whoever may read the runs'.
      executions: endpoints.executions.replace(/\?.*/, ''),
    },
  };
}
