import type { CriterionId } from './criteria';
import type { SectionId } from './sections';
import type { ThemeId } from './themes';

/** Where a run is. Stages only ever move forward; `progress` counts the publications so far. */
export const STAGES = ['QUEUED', 'DRAFTING', 'JUDGING', 'FINISHED'] as const;
export type Stage = (typeof STAGES)[number];

export const ENHANCEMENT_STATUSES = ['RUNNING', 'SUCCEEDED', 'FAILED'] as const;
export type EnhancementStatus = (typeof ENHANCEMENT_STATUSES)[number];

/**
 * How a verdict came about.
 * - `JUDGED`: the judge read every draft and its scores name the winner.
 * - `ONLY_DRAFT`: one model answered; its draft wins without a judge.
 * - `JUDGE_FALLBACK`: no usable verdict; the winner follows the written rule in `fallbackReason`.
 * - `NOTHING_TO_ENHANCE`: the section was empty; no model was called.
 * - `NO_DRAFT`: no model answered; the author's text stands.
 */
export const OUTCOMES = ['JUDGED', 'ONLY_DRAFT', 'JUDGE_FALLBACK', 'NOTHING_TO_ENHANCE', 'NO_DRAFT'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What one call to a model took. Times in milliseconds, cost in USD (0 when no billed model answered). */
export interface ModelCall {
  /** The role's display name, such as "Nova Micro". */
  model: string;
  modelId: string;
  /** What really answered: the model id, or what a local endpoint says of itself ("offline drafter"). */
  writtenBy: string;
  latencyMs: number;
  inputTokens: number;
  outputTokens: number;
  costUsd: number;
}

/** One model's draft; a model that failed leaves `error` and no text. */
export interface Draft extends ModelCall {
  text: string | null;
  /** The model stopped at its token limit, so the end is missing. */
  truncated: boolean;
  error: string | null;
}

export interface Score {
  /** 1-based position in `drafts`. */
  draft: number;
  criterion: CriterionId;
  /** 1 to 5. */
  score: number;
}

export interface Verdict {
  outcome: Outcome;
  /** 1-based position in `drafts`, or 0 when the author's own text stands. */
  winner: number;
  reasoning: string;
  scores: Score[];
  fallbackReason: string | null;
  judge: ModelCall | null;
}

/** What starts a run: the payload of the durable execution. Byte for byte the same on every retry. */
export interface EnhancementRequest {
  enhancementId: string;
  section: SectionId;
  theme: ThemeId;
  /** The author's text, at most `LIMITS.sectionLength` characters. */
  source: string;
}

/** The part of an enhancement that a run writes, published as a whole each time. */
export interface EnhancementProgress {
  status: EnhancementStatus;
  stage: Stage;
  /** 1, 2, 3 …: a publication with a lower number than the stored one is out of date. */
  progress: number;
  drafts: Draft[];
  verdict: Verdict | null;
  /** What happened in the theme's voice, when there is something to say beside the verdict. */
  message: string | null;
  costUsd: number;
  finishedAt: string | null;
}
