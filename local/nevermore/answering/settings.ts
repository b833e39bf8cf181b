import type { ModelRole } from '../../../domain/enhancement/modelRoles';
import { BedrockSettingsError } from './settingsError';

interface OfflineSettings {
  engine: 'offline';
}

/** Any server that speaks OpenAI's chat completions: Ollama, LM Studio, llama.cpp, vLLM. */
export interface OpenAiSettings {
  engine: 'openai';
  /** Base address without a trailing slash, such as `http://localhost:11434/v1`. */
  url: string;
  apiKey?: string;
  /** The server's name of the model that plays each role. */
  models: Record<ModelRole, string>;
}

/** Amazon Bedrock, with the credentials of whoever started the local cloud. */
export interface AwsSettings {
  engine: 'aws';
  region: string;
  profile?: string;
  /** Only for a private endpoint; the region's public one otherwise. */
  endpoint?: string;
}

/** Models in GGUF files, run on this computer; `npm run model` chooses them. */
export interface LlamaSettings {
  engine: 'llama';
  /** Where `npm run model` installed the engine. */
  engineFolder: string;
  models: Record<ModelRole, { file: string; name: string }>;
  /** A model that is slower than this stops with what it has. */
  secondsForAnAnswer: number;
  /** Told how many answers wait whenever that changes. */
  onQueue?: (waiting: number) => void;
}

export type BedrockSettings = (OfflineSettings | OpenAiSettings | AwsSettings | LlamaSettings) & {
  /** For benches: no reply of a role comes earlier than this many milliseconds. */
  latencyMs?: Partial<Record<ModelRole, number>>;
};

/** Any server that speaks OpenAI's embeddings. */
export interface OpenAiEmbedding {
  embedder: 'openai';
  /** As in {@link OpenAiSettings}. */
  url: string;
  apiKey?: string;
  /** The server's name of the model. */
  model: string;
}

/** Who embeds: rules, a model server, or Titan on Amazon Bedrock. */
export type EmbeddingSettings =
  | { embedder: 'offline' }
  | OpenAiEmbedding
  | ({ embedder: 'aws' } & Omit<AwsSettings, 'engine'>);

const ENGINES = ['offline', 'openai', 'aws', 'llama'] as const;
type EngineName = (typeof ENGINES)[number];

/** Environment variables, as in `process.env`. */
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads who answers in place of Bedrock. Without any setting it is the model that `npm run model` chose, and
 * without one the offline drafter; `NEVERMORE_OPENAI_URL` alone implies `openai`.
 * @throws BedrockSettingsError naming the variable and what to set it to
 */
export function readBedrockSettings(env: Environment, chosen?: ChosenModels): BedrockSettings {
  switch (engineName(env, chosen)) {
    case 'offline':
      return { engine: 'offline' };
    case 'openai':
      return openAiSettings(env);
    case 'aws':
      return awsSettings(env);
    case 'llama':
      return llamaSettings(env, chosen);
  }
}

/** A variable set to nothing counts as not set: that is how people switch one off. */
const read = (env: Environment, name: string): string | undefined => env[name]?.trim() || undefined;

function engineName(env: Environment, chosen: ChosenModels | undefined): EngineName {
  const asked = read(env, 'NEVERMORE_BEDROCK');
  if (asked === undefined) {
    if (read(env, 'NEVERMORE_OPENAI_URL')) return 'openai';
    return chosen ? 'llama' : 'offline';
  }
  const known = ENGINES.find((name) => name === asked.toLowerCase());
  if (!known) {
    throw new BedrockSettingsError('NEVERMORE_BEDROCK', asked, `choose one of ${ENGINES.join(', ')}.`);
  }
  return known;
}

/** What `npm run model` remembers. */
export type ChosenModels = Pick<LlamaSettings, 'engineFolder' | 'models'>;

/** A model of two billion parameters on two cores writes a section in about two minutes. */
const USUAL_SECONDS = 300;

function llamaSettings(env: Environment, chosen: ChosenModels | undefined): LlamaSettings {
  if (!chosen) {
    throw new BedrockSettingsError(
      'NEVERMORE_BEDROCK',
      'llama',
      'no model is on this computer yet. Fetch one with: npm run model',
    );
  }
  const asked = read(env, 'NEVERMORE_MODEL_SECONDS');
  const seconds = asked === undefined ? USUAL_SECONDS : Number(asked);
  if (!(seconds >= 5 && seconds <= 800)) {
    throw new BedrockSettingsError(
      'NEVERMORE_MODEL_SECONDS',
      asked,
      'give the seconds after which a model stops with what it has, from 5 to 800.',
    );
  }
  return { engine: 'llama', ...chosen, secondsForAnAnswer: seconds };
}

function openAiSettings(env: Environment): OpenAiSettings {
  const apiKey = read(env, 'NEVERMORE_OPENAI_KEY');
  return {
    engine: 'openai',
    url: openAiUrl(read(env, 'NEVERMORE_OPENAI_URL')),
    ...(apiKey && { apiKey }),
    models: {
      micro: modelFor(env, 'NEVERMORE_MODEL_MICRO'),
      lite: modelFor(env, 'NEVERMORE_MODEL_LITE'),
      pro: modelFor(env, 'NEVERMORE_MODEL_PRO'),
    },
  };
}

/**
 * Reads who embeds in place of Titan. Whoever drafts, it is the offline embedder, unless
 * `NEVERMORE_EMBEDDING_MODEL` names a model of the server that `NEVERMORE_OPENAI_URL` is the address of, or
 * Bedrock itself answers.
 * @throws BedrockSettingsError naming the variable and what to set it to
 */
export function readEmbeddingSettings(env: Environment): EmbeddingSettings {
  const model = read(env, 'NEVERMORE_EMBEDDING_MODEL');
  if (model !== undefined) {
    const apiKey = read(env, 'NEVERMORE_OPENAI_KEY');
    const url = openAiUrl(read(env, 'NEVERMORE_OPENAI_URL'));
    return { embedder: 'openai', url, ...(apiKey && { apiKey }), model };
  }
  if (read(env, 'NEVERMORE_BEDROCK')?.toLowerCase() !== 'aws') return { embedder: 'offline' };
  const { engine: _, ...aws } = awsSettings(env);
  return { embedder: 'aws', ...aws };
}

const EXAMPLE = 'Give the base address of an OpenAI-compatible server, such as http://localhost:11434/v1.';

function openAiUrl(given: string | undefined): string {
  if (given === undefined) throw new BedrockSettingsError('NEVERMORE_OPENAI_URL', given, EXAMPLE);
  if (!URL.canParse(given)) throw new BedrockSettingsError('NEVERMORE_OPENAI_URL', given, EXAMPLE);
  const url = new URL(given);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new BedrockSettingsError('NEVERMORE_OPENAI_URL', given, EXAMPLE);
  }
  if (url.username || url.password) {
    // The value may hold a password, so it is not repeated.
    throw new BedrockSettingsError(
      'NEVERMORE_OPENAI_URL',
      '…',
      'put the key into NEVERMORE_OPENAI_KEY, not into the address.',
    );
  }
  return given.replace(/\/+$/, '').replace(/\/chat\/completions$/, '');
}

function modelFor(env: Environment, name: string): string {
  const model = read(env, name) ?? read(env, 'NEVERMORE_MODEL');
  if (model) return model;
  throw new BedrockSettingsError(
    name,
    undefined,
    'Set NEVERMORE_MODEL to a model of the server (or one each in NEVERMORE_MODEL_MICRO, _LITE and _PRO).',
  );
}

function awsSettings(env: Environment): AwsSettings {
  const region = read(env, 'AWS_REGION') ?? read(env, 'AWS_DEFAULT_REGION');
  if (!region) {
    throw new BedrockSettingsError(
      'AWS_REGION',
      undefined,
      'NEVERMORE_BEDROCK=aws needs the region whose Bedrock should answer, such as eu-central-1.',
    );
  }
  const profile = read(env, 'AWS_PROFILE');
  return { engine: 'aws', region, ...(profile && { profile }) };
}
