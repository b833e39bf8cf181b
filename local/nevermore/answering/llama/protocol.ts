/** One answer to write, as the process that holds the weights is asked for it. */
export interface Generation {
  /** Path of the GGUF file. */
  file: string;
  system: string;
  user: string;
  /** Bound of the answer in tokens; less is taken when the context has no room for as many. */
  maxTokens: number;
  temperature: number;
  seed: number;
  /** A JSON Schema that the answer is held to, token by token. */
  schema?: object;
  /** After so many seconds the answer ends with what there is. */
  seconds: number;
}

/** Why an answer ended: by itself, at its bound, out of time, or because it only repeated itself. */
export type Stopped = 'end' | 'length' | 'time' | 'repetition';

export interface Generated {
  text: string;
  inputTokens: number;
  outputTokens: number;
  stopped: Stopped;
}

export type ToWeights =
  | { type: 'generate'; id: number; generation: Generation }
  /** Whoever asked has gone. */
  | { type: 'cancel'; id: number };

export type FromWeights =
  /** The next piece of an answer that is being written. */
  | { type: 'piece'; id: number; text: string }
  | { type: 'generated'; id: number; generated: Generated }
  | { type: 'failed'; id: number; failure: Failure };

/**
 * `overflow`: prompt and answer do not fit into the model's context. `engine`: the weights could not be
 * read, or the engine failed.
 */
export interface Failure {
  kind: 'overflow' | 'engine';
  message: string;
}
