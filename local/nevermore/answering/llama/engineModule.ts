import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * What is used of `node-llama-cpp`, written down here because the package is not among the project's own:
 * `npm run model` puts it into the state folder of those who want it.
 */
export interface LlamaModule {
  getLlama(options: {
    gpu: false | 'auto';
    /** Never compiles anything on a user's machine: the package for the platform brings it ready. */
    build: 'never';
    skipDownload: true;
    logLevel: 'error';
    maxThreads: 0;
  }): Promise<Llama>;
  LlamaChatSession: new (options: {
    contextSequence: Sequence;
    systemPrompt: string;
    autoDisposeSequence: false;
  }) => ChatSession;
}

export interface Llama {
  loadModel(options: { modelPath: string }): Promise<Model>;
  createGrammarForJsonSchema(schema: object): Promise<object>;
}

export interface Model {
  /** Tokens of context that the model was trained for. */
  trainContextSize: number;
  tokenize(text: string): unknown[];
  createContext(options: {
    contextSize: { min: number; max: number };
    threads: number;
  }): Promise<{ contextSize: number; getSequence(): Sequence }>;
}

export interface Sequence {
  tokenMeter: { getState(): { usedInputTokens: number; usedOutputTokens: number } };
}

interface ChatSession {
  promptWithMeta(
    prompt: string,
    options: {
      maxTokens: number;
      temperature: number;
      seed: number;
      grammar?: object;
      signal: AbortSignal;
      stopOnAbortSignal: true;
      onTextChunk: (text: string) => void;
      repeatPenalty: false;
      budgets: { thoughtTokens: number };
    },
  ): Promise<{ responseText: string; stopReason: string }>;
  dispose(): void;
}

/** Where the engine stands below the folder that it was installed into. */
export const engineEntry = (folder: string): string =>
  join(folder, 'node_modules', 'node-llama-cpp', 'dist', 'index.js');

/** @throws what Node.js throws when the engine is not there or does not fit this platform */
export const loadEngine = (folder: string): Promise<LlamaModule> =>
  import(pathToFileURL(engineEntry(folder)).href) as Promise<LlamaModule>;
