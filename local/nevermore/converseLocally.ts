import { randomBytes } from 'node:crypto';
import { bedrockConverse, type Converse } from '../../lambda/bedrock/converse';
import { startBedrock } from '../bedrock';
import { createAuthorizer } from '../iam';
import { type BedrockSettings, createEngine } from './answering';

/** A model client of the product on a Bedrock endpoint of its own, without the rest of the cloud. */
export interface LocalModels {
  converse: Converse;
  /** Who answers. */
  describe(): string;
  close(): Promise<void>;
}

const REGION = 'us-east-1';
const CALLER = {
  name: 'this-command',
  roleArn: 'arn:aws:iam::000000000000:role/this-command',
  roleStatements: [{ Effect: 'Allow', Action: 'bedrock:*', Resource: '*' }],
} as const;

/** @param environment where the SDK reads its endpoint and keys when it first calls: `process.env` */
export async function converseLocally(
  settings: BedrockSettings,
  environment: NodeJS.ProcessEnv,
): Promise<LocalModels> {
  // Behind it may be a model that costs money, and other users of the computer can reach the port.
  const authorizer = createAuthorizer({ functions: [CALLER], secret: randomBytes(32), region: REGION });
  const keys = authorizer.credentialsFor(CALLER.name);
  const bedrock = await startBedrock({
    port: 0,
    engine: createEngine(settings),
    authorize: authorizer.authorize,
  });
  Object.assign(environment, {
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint,
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    AWS_SESSION_TOKEN: keys.sessionToken,
  });
  return { converse: bedrockConverse(), describe: bedrock.describe, close: bedrock.close };
}
