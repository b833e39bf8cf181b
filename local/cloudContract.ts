import type { AmplifyOutputs } from './assembly';
import type { BedrockCall, Embedder, Engine } from './bedrock';
import type { CodeDelivery, startCognito } from './cognito';
import type { TableCall } from './dynamodb';
import type { LocalCredentials } from './iam';
import type { OnLog } from './lambda';
import type { Ports } from './ports';
import type { StateFolder } from './stateFolder';

export interface CloudOptions {
  /** Folder with `amplify/backend.ts`. */
  projectDir: string;
  /** Files and folders in it that the backend is made of, as `synthesize` takes them. */
  sources?: readonly string[];
  state: StateFolder;
  /** The app's own is not listened on here: its pages are the ones that may ask. */
  ports: Ports;
  /** Who answers for Bedrock; without one every call to a model is refused. It is closed with the cloud. */
  engine?: Engine;
  /** Who embeds in place of Bedrock's embedding models; without one every such call is refused. */
  embedder?: Embedder;
  /** What the backend finds in its environment while it is synthesized, beside what is there. */
  backendEnvironment?: Readonly<Record<string, string | undefined>>;
  /** Variables that every function gets beside its own; told where webhooks are caught. */
  functionEnvironment?: (at: { webhooks: string }) => Readonly<Record<string, string>>;
  /** How many seconds of a durable execution's waiting pass in one; 1 unless told. */
  clockSpeed?: number;
  /** Whether functions that somebody waits for have a process ready before they are asked; so unless told. */
  prewarm?: boolean;
  onCode: (delivery: CodeDelivery) => void;
  onLog: OnLog;
  onModelCall?: (call: BedrockCall) => void;
  onTableCall?: (call: TableCall) => void;
}

/** The local cloud, ready to be used. */
export interface LocalCloud {
  /** Contents of `amplify_outputs.json`. */
  outputs: AmplifyOutputs;
  endpoints: {
    appSync: string;
    cognito: string;
    lambda: string;
    /** The durable executions, as pages; its key lets a browser see inputs and results. */
    executions: string;
    dynamoDb: string;
    bedrock: string;
    /** Of Systems Manager, S3, S3 Vectors and SES. */
    services: string;
    /** Page with the mail and the webhook messages that were sent; as JSON with `.json` behind it. */
    outbox: string;
    /** Where webhooks of Slack and Teams are caught, ending in a slash: a name of anybody's choice follows. */
    webhooks: string;
  };
  /** Where functions are asked by HTTP, by the logical ids of their function URLs. */
  functionUrls: Record<string, string>;
  /** Who answers for Bedrock. */
  models: string;
  /** Who embeds; undefined where nobody does. */
  embeddedBy: string | undefined;
  /** Vector indexes that this start made, or emptied as their vectors mean nothing any more: `BUCKET/INDEX`. */
  emptyIndexes: string[];
  /** Vector indexes that have lost vectors to damage on the disk, and should be filled again: `BUCKET/INDEX`. */
  damagedIndexes: string[];
  /** Whether the backend had to be synthesized anew. */
  synthesized: boolean;
  /** Names of the runs that were open when the cloud last went down, and go on now. */
  resumed: string[];
  /** What of the stored state was damaged, and what became of it, in sentences for the terminal. */
  damage: string[];
  /** What scripts of this computer's owner may sign with, at every port but AppSync's and Cognito's. */
  operator: { region: string; credentials: LocalCredentials };
  seedUser: Awaited<ReturnType<typeof startCognito>>['seedUser'];
  close(): Promise<void>;
}
