import type { AssistantRequest, Exchange } from '../../domain/conversation/conversation';
import type { ToolAnswer } from './tools/toolAnswer';

/** What stands before a message: earlier words with their answers, what is open, what is remembered. */
export interface Opening {
  earlier: { words: string; answer: string }[];
  open: { id: string; title: string } | null;
  memories: string[];
  /** Secrets in all of this that only post-mortems name; missing where there are none. */
  named?: string[];
}

/** What a model asked a tool for, with the person's own values in it again. */
export interface ToolUse {
  name: string;
  input: Readonly<Record<string, unknown>>;
}

/** One call of the model and what its tools answered. */
export interface Round {
  text: string;
  uses: ToolUse[];
  answers: ToolAnswer[];
}

/** What a model answered to everything so far. */
export interface ModelTurn {
  text: string;
  uses: ToolUse[];
  /** Why it said no more; Bedrock's word. */
  stopReason: string;
  model: string;
  writtenBy: string;
  inputTokens: number;
  outputTokens: number;
  costUsd: number;
}

/** What is written into the record of a message. */
export type Told = Partial<
  Omit<Exchange, 'id' | 'conversationId' | 'owner' | 'words' | 'progress' | 'settled'>
>;

/** Everything with a clock or a network. Each is only ever called inside a step. */
export interface Collaborators {
  opening: (request: AssistantRequest) => Promise<Opening>;
  /** @throws what Bedrock throws */
  ask: (
    request: AssistantRequest,
    opening: Opening,
    rounds: readonly Round[],
    isLast: boolean,
  ) => Promise<ModelTurn>;
  /** Lets a tool answer with the rights of whoever asked. @throws what its services throw */
  call: (tool: ToolUse, request: AssistantRequest) => Promise<ToolAnswer>;
  /** Writes how far it is, unless it has told as much already; says whether the person has stopped it. */
  tell: (request: AssistantRequest, progress: number, told: Told) => Promise<{ isStopped: boolean }>;
}
