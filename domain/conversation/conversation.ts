import type { ModelRole } from '../enhancement/modelRoles';
import type { MemoryKind } from '../memory/memory';
import type { Shape } from '../shape';

/** Who answers: the least dear model that chooses tools well enough; a wrong choice is visible and costs a click. */
export const ASSISTANT: ModelRole = 'lite';

/** What the assistant can do. The last three only ever propose: what follows from them takes a click. */
export const TOOLS = [
  'search',
  'read_post_mortem',
  'list_open_actions',
  'check_facts',
  'recall',
  'propose_edit',
  'remember',
  'forget',
] as const;
export type ToolName = (typeof TOOLS)[number];

/** How far the answer to a message is. */
export const EXCHANGE_STATES = ['RUNNING', 'ANSWERED', 'STOPPED', 'FAILED'] as const;
export type ExchangeState = (typeof EXCHANGE_STATES)[number];

/** What is said of a message whose execution ended before it could say anything itself. */
export const MESSAGE_ENDED_UNTOLD = 'The answer broke off. Nothing was changed. Say it again.';

/** How a tool ended: what it was for is there, a rule did not let it, or it broke. */
export const STEP_OUTCOMES = ['DONE', 'REFUSED', 'FAILED'] as const;
export type StepOutcome = (typeof STEP_OUTCOMES)[number];

/** A place in a post-mortem that the person may read. */
export interface SourceLink {
  postMortemId: string;
  title: string;
  /** A section, or empty for all of it. */
  section: string;
}

/** What was looked at on the way to an answer. */
export interface ToolStep {
  tool: string;
  /** What was looked for or at, in a line; empty where there is nothing to say. */
  about: string;
  outcome: StepOutcome;
  /** What came of it, or why nothing did. */
  note: string;
  links: SourceLink[];
}

export const PROPOSAL_KINDS = ['EDIT', 'REMEMBER', 'FORGET'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** Something that happens if the person clicks, and only then, with their own rights. */
export interface Proposal {
  /** Within its message. */
  key: string;
  kind: ProposalKind;
  /** The sentence to remember or to forget, or the section's new text. */
  text: string;
  /** Of an edit: where, what stands there now, at which revision, and what the fact check notes. */
  postMortemId: string | null;
  title: string;
  section: string;
  before: string;
  revision: number | null;
  notes: string[];
  /** Of a memory: whose, what kind, and which one is forgotten. */
  isTeams: boolean;
  memoryKind: MemoryKind | null;
  memoryId: string | null;
}

/** One message of a person, and everything that answers it. */
export interface Exchange {
  id: string;
  conversationId: string;
  owner: string;
  words: string;
  /** The post-mortem in front of them. */
  postMortemId: string | null;
  status: ExchangeState;
  /** A publication with a lower number than the stored one is out of date. */
  progress: number;
  steps: ToolStep[];
  proposals: Proposal[];
  /** Keys of proposals that were decided: `+key` taken, `-key` dismissed. */
  settled: string[];
  answer: string;
  /** Values of the answer that stand in nothing that was said or read. */
  unsupported: string[];
  /** The model that was asked, and what really answered; empty until one has. */
  model: string;
  writtenBy: string;
  inputTokens: number;
  outputTokens: number;
  costUsd: number;
  /** Why it ended without an answer, or before it was done; empty otherwise. */
  message: string;
  /** ISO 8601. */
  startedAt: string;
  finishedAt: string | null;
}

const SOURCE_LINK = {
  postMortemId: 'ID',
  title: 'String',
  section: 'String',
} as const satisfies Record<keyof SourceLink, unknown>;

const TOOL_STEP = {
  tool: 'String',
  about: 'String',
  outcome: 'String',
  note: 'String',
  links: [SOURCE_LINK],
} as const satisfies Record<keyof ToolStep, unknown>;

const PROPOSAL = {
  key: 'String',
  kind: 'String',
  text: 'String',
  postMortemId: 'ID',
  title: 'String',
  section: 'String',
  before: 'String',
  revision: 'Int',
  notes: ['String'],
  isTeams: 'Boolean',
  memoryKind: 'String',
  memoryId: 'ID',
} as const satisfies Record<keyof Proposal, unknown>;

/** A message with its answer, as the API has it. */
export const EXCHANGE = {
  id: 'ID',
  conversationId: 'ID',
  owner: 'String',
  words: 'String',
  postMortemId: 'ID',
  status: 'String',
  progress: 'Int',
  steps: [TOOL_STEP],
  proposals: [PROPOSAL],
  settled: ['String'],
  answer: 'String',
  unsupported: ['String'],
  model: 'String',
  writtenBy: 'String',
  inputTokens: 'Int',
  outputTokens: 'Int',
  costUsd: 'Float',
  message: 'String',
  startedAt: 'AWSDateTime',
  finishedAt: 'AWSDateTime',
} as const satisfies Shape & Record<keyof Exchange, unknown>;

/** Messages under one title. */
export interface Conversation {
  id: string;
  owner: string;
  /** The first words that were said. */
  title: string;
  startedAt: string;
  lastAt: string;
}

export const CONVERSATION = {
  id: 'ID',
  owner: 'String',
  title: 'String',
  startedAt: 'AWSDateTime',
  lastAt: 'AWSDateTime',
} as const satisfies Shape & Record<keyof Conversation, unknown>;

/** Whoever asks, by their verified token, and what they ask: the payload of the execution, the same on every retry. */
export interface AssistantRequest {
  messageId: string;
  conversationId: string;
  caller: { sub: string; issuer: string };
  words: string;
  postMortemId: string | null;
  /** Since when the record is that record: the same id may name another one later. */
  startedAt: string;
  /** What the conversation has taken before this message. */
  spent: { tokens: number; costUsd: number };
}

/** Who answers on a laptop where no model does. */
export const OFFLINE_ASSISTANT = 'offline assistant (rules, no model)';
