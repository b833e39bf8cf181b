import { bedrockConverse, type Converse } from '../lambda/bedrock';
import { type BedrockSettings, startBedrock } from './bedrock';

/** A model client of the product on a Bedrock endpoint of its own, without the rest of the cloud. */
export interface LocalModels {
  converse: Converse;
  /** Who answers. */
  describe(): string;
  close(): Promise<void>;
}

/** @param environment where the SDK reads its endpoint and keys when it first calls: `process.env` */
export async function converseLocally(
  settings: BedrockSettings,
  environment: NodeJS.ProcessEnv,
): Promise<LocalModels> {
  const bedrock = await startBedrock({ port: 0, settings });
  // The endpoint is on this computer and asks nobody for a key.
  Object.assign(environment, {
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
  return { converse: bedrockConverse(), describe: bedrock.describe, close: bedrock.close };
}
