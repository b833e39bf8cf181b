import { GUARDRAIL } from '../../../domain/guardrail/policies';
import type { Guardrail } from '../../../lambda/bedrock/guardrail';
import { type Engine, startBedrock } from '../../../local/bedrock';
import { templateGuardrail } from '../../local/bedrock/templateGuardrail';

/** A local Bedrock with the guardrail of the template, which functions of this process reach. */
export interface GuardedBedrock {
  guardrail: Guardrail;
  /** What its model answers from now on. */
  answers: Engine['converse'];
  close(): Promise<void>;
}

/** Starts one, and lets the AWS SDK find it until it is closed. */
export async function startGuarded(): Promise<GuardedBedrock> {
  const known = { ...process.env };
  const ours = templateGuardrail();
  const guarded: GuardedBedrock = {
    guardrail: { identifier: ours.id, version: '1', name: GUARDRAIL.name },
    answers: () => Promise.reject(new Error('The test has not said what the model answers.')),
    close: async () => {
      process.env = known;
      await bedrock.close();
    },
  };
  const bedrock = await startBedrock({
    port: 0,
    engine: {
      name: 'scripted',
      describe: () => 'scripted',
      converse: (...asked) => guarded.answers(...asked),
    },
    guardrails: [ours],
  });
  Object.assign(process.env, {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'x',
    AWS_SECRET_ACCESS_KEY: 'y',
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint,
  });
  return guarded;
}
