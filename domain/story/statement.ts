import type { Moment } from '../reading/times/moments';

/** What a statement of an incident report tells. */
export const STATEMENT_KINDS = [
  'trigger',
  'symptom',
  'detection',
  'wrongTurn',
  'response',
  'mitigation',
  'recovery',
  'impact',
  'cause',
  'followUp',
] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** One thing told in one go: a sentence, or a part of one that has a moment or a verb of its own. */
export interface Statement {
  /** `source.slice(start, end)`. */
  text: string;
  start: number;
  end: number;
  /** The moment that the statement is told at, the first one if it names several. */
  moment: Moment | null;
  /** How many moments it names. */
  moments: number;
  /** What it tells; null when the rules are not sure. */
  kind: StatementKind | null;
  /** 0 to 1. */
  confidence: number;
  /** Told with a doubt. */
  suspected: boolean;
  /** The author began a line with it. */
  opensLine: boolean;
}

/** From this confidence on a kind may be said: as a label, or as "belongs to Impact: move?". */
const SURE = 0.95;
/** Less will do for these: so chosen, by cross-validation, that hardly one in fifty is wrong. */
const SURE_OF: Partial<Record<StatementKind, number>> = {
  trigger: 0.85,
  wrongTurn: 0.8,
  recovery: 0.8,
  impact: 0.75,
  followUp: 0.9,
  cause: 0.9,
};

/** Whether the kind is sure enough to be said to a reader; a wrong word costs more than a missing one. */
export const isSure = ({ kind, confidence }: Pick<Statement, 'kind' | 'confidence'>): boolean =>
  kind !== null && confidence >= (SURE_OF[kind] ?? SURE);
