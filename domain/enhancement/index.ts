import { type FactReport, type Finding, isHard } from '../facts/finding';
import type { GuardrailReport } from '../guardrail/report';
import type { SectionId } from '../sections';
import type { ThemeId } from '../themes';
import type { CriterionId } from './criteria';
import type { ModelCall } from './modelCall';

/** Where a run is. Stages only ever move forward; `progress` counts the publications so far. */
export const STAGES = ['QUEUED', 'DRAFTING', 'JUDGING', 'FINISHED'] as const;
export type Stage = (typeof STAGES)[number];

export const ENHANCEMENT_STATUSES = ['RUNNING', 'SUCCEEDED', 'FAILED'] as const;
export type EnhancementStatus = (typeof ENHANCEMENT_STATUSES)[number];

/**
 * How a verdict came about.
 * - `JUDGED`: both orders agree on a draft, and it wins.
 * - `KEEP_YOURS`: both orders prefer the author's own text.
 * - `TIE`: the orders disagree; the rule in `tieBreak` chose.
 * - `ONLY_DRAFT`: one sound draft; it wins without a judge. `fallbackReason` says what became of the other.
 * - `JUDGE_FALLBACK`: no usable verdict; the winner follows the rule in `reasoning`.
 * - `NO_SOUND_DRAFT`: every draft has open hard findings; none can win, so the author's text stands.
 * - `NOTHING_TO_ENHANCE`: the section was empty; no model was called.
 * - `NO_DRAFT`: no model answered; the author's text stands.
 */
export const OUTCOMES = [
  'JUDGED',
  'KEEP_YOURS',
  'TIE',
  'ONLY_DRAFT',
  'JUDGE_FALLBACK',
  'NO_SOUND_DRAFT',
  'NOTHING_TO_ENHANCE',
  'NO_DRAFT',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** In which list of the fact check a finding stands. */
export type FindingList = keyof FactReport;

/** A finding on a draft, with its list. `start` and `end` are places in the draft; in the source for `lost`. */
export interface DraftFinding extends Finding {
  list: FindingList;
}

/** One model's draft; a model that failed leaves `error` and no text. */
export interface Draft extends ModelCall {
  text: string | null;
  /** The model stopped at its token limit, so the end is missing. */
  truncated: boolean;
  error: string | null;
  /** What the fact check says of the text as it stands. A draft with a `hard` one cannot win. */
  findings: DraftFinding[];
  /** Values that the model added and the check replaced by a question: `37 %` for `[TODO: confirm "37 %"]`. */
  repaired: string[];
  /** What the deployment's guardrail did to it; missing where there is none, or where it found nothing. */
  guardrail?: GuardrailReport | null;
}

/** A local endpoint says which kind of server answered; readers know the model by its name alone. */
const SERVED_BY = /^(?:llama\.cpp|openai-compatible): /;

/** Who really wrote: the role's model when it answered itself, otherwise what stood in for it. */
export const writerOf = ({ model, modelId, writtenBy }: ModelCall): string =>
  writtenBy === modelId || writtenBy === '' ? model : writtenBy.replace(SERVED_BY, '');

/** The role's model, with what stood in for it: `Nova Micro`, `Nova Micro (llama3.2)`. */
export function roleAndWriter(call: ModelCall): string {
  const writer = writerOf(call);
  return writer === call.model ? writer : `${call.model} (${writer})`;
}

/** Whether nothing hard stands against a draft. */
export const isSound = (draft: Pick<Draft, 'text' | 'findings'>): boolean =>
  draft.text !== null && !draft.findings.some(isHard);

/** The author's own text is a contestant, and this is its number. */
export const OWN_TEXT = 0;

export interface Score {
  /** 1 or 2: which of the two orders the drafts were shown in. */
  order: number;
  /** 1-based position in `drafts`, or `OWN_TEXT`. */
  draft: number;
  criterion: CriterionId;
  /** 1 to 5. */
  score: number;
}

/** A passage of a draft that a judge found without support; it stands in the draft word for word. */
export interface UnsupportedClaim {
  order: number;
  draft: number;
  quote: string;
}

export interface Verdict {
  outcome: Outcome;
  /** 1-based position in `drafts`, or `OWN_TEXT` when the author's own text stands. */
  winner: number;
  reasoning: string;
  scores: Score[];
  unsupportedClaims: UnsupportedClaim[];
  /** The rule that broke a tie, in words. */
  tieBreak: string | null;
  fallbackReason: string | null;
  /** One call for each order that was judged. */
  judges: ModelCall[];
}

/** No execution lives longer; the deployment and the page both go by it. */
export const LONGEST_RUN_MINUTES = 60;

/** What a run says whose execution is over and never told its end. */
export const ENDED_UNTOLD =
  'This run ended without a verdict. Nothing was lost: your text stands as you wrote it. Try again.';

/** What starts a run: the payload of the durable execution. Byte for byte the same on every retry. */
export interface EnhancementRequest {
  enhancementId: string;
  section: SectionId;
  theme: ThemeId;
  /** The author's text, at most `LIMITS.sectionLength` characters. */
  source: string;
  /** What else a draft may draw on, from `materialFor`; its facts may be used and need not be. */
  material?: string | null;
  /** What the document leaves open, from `openQuestions`; a draft may ask for these and nothing else. */
  questions: readonly string[];
  /**
   * How the author and the team want things worded, from `houseRulesOf`: no part of what facts are checked against.
   * Missing where there are none.
   */
  houseRules?: readonly string[];
  /**
   * Secrets that stand in any of this and are only named by the rest of the document, from `secretsIn`. Missing
   * where there are none.
   */
  named?: readonly string[];
  /**
   * Whose record this run writes, and since when it is that record: the same id may name another one later.
   * Missing in executions that were started before there was one.
   */
  record?: { owner: string; startedAt: string };
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
