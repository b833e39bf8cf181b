import { unwrapped } from '../answers/json';
import { toLastSentence } from '../answers/lastSentence';
import { beforeRepetition } from '../answers/repetition';
import type { ThemeId } from '../themes';
import { type CriterionId, criteriaFor, HIGHEST_SCORE, isVeto, LOWEST_SCORE } from './criteria';

/** A score of a text by its 1-based number as the judge saw it. */
export interface ShownScore {
  shown: number;
  criterion: CriterionId;
  score: number;
}

/** What a judge said, once it has been found usable. Numbers are 1-based and as the judge saw them. */
export interface ReadVerdict {
  best: number;
  reasoning: string;
  scores: ShownScore[];
  /** Quotes that stand word for word in the text they are said to be from; others are dropped. */
  unsupportedClaims: Array<{ shown: number; quote: string }>;
}

export type VerdictReading = { usable: true; verdict: ReadVerdict } | { usable: false; why: string };

const REASONING_LENGTH = 2_000;
const CLAIMS = 20;
const CLAIM_LENGTH = 400;

/** Once, where a model says it over and over, and without the half sentence at which its answer was cut. */
function readable(reasoning: string): string {
  const once = beforeRepetition(reasoning.trim(), '') ?? reasoning.trim();
  return (/[.!?…。！？”"')\]]$/.test(once) ? once : toLastSentence(once)).slice(0, REASONING_LENGTH);
}

/** Figures and marks are no reasons (", 1, 1, 1, …", docs/models.md), nor is the number of a draft alone. */
const saysSomething = (reasoning: string): boolean =>
  /\p{L}{2,}/u.test(reasoning.replace(/\bdraft\b/giu, ''));

const unusable = (why: string): VerdictReading => ({ usable: false, why });

/**
 * Reads a judge's answer, whatever it is. Never throws, and never picks a text by accident: anything but a
 * complete set of scores in range with a reason is unusable, and says why.
 * @param texts in the order in which the judge saw them
 */
export function readVerdict(given: unknown, theme: ThemeId, texts: readonly string[]): VerdictReading {
  const answer = unwrapped(given);
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
    return unusable('the judge did not answer in the form asked for');
  }
  const { best, reasoning, scores, unsupported_claims: claims } = answer as Record<string, unknown>;
  if (typeof reasoning !== 'string' || !saysSomething(reasoning))
    return unusable('the judge gave no reasons');
  const read = readScores(scores, theme, texts.length);
  if (typeof read === 'string') return unusable(read);
  const chosen = numberIn(best);
  if (!isNumberOf(chosen, texts.length)) return unusable('the judge named no draft that exists');
  return {
    usable: true,
    verdict: {
      best: bestByScore(read, texts.length, chosen),
      reasoning: readable(reasoning),
      scores: read,
      unsupportedClaims: readClaims(claims, texts),
    },
  };
}

/**
 * The highest sum of scores wins; the judge's own choice decides only between equals. A text that a criterion
 * vetoes is out, unless all are.
 */
function bestByScore(scores: readonly ShownScore[], texts: number, chosen: number): number {
  const sum = (shown: number) =>
    scores.filter((score) => score.shown === shown).reduce((total, { score }) => total + score, 0);
  const isVetoed = (shown: number) =>
    scores.some((one) => one.shown === shown && isVeto(one.criterion, one.score));
  const all = Array.from({ length: texts }, (_, index) => index + 1);
  const sound = all.filter((shown) => !isVetoed(shown));
  const allowed = sound.length > 0 ? sound : all;
  const highest = Math.max(...allowed.map(sum));
  const level = allowed.filter((shown) => sum(shown) === highest);
  return level.includes(chosen) ? chosen : (level[0] as number);
}

function readScores(rows: unknown, theme: ThemeId, texts: number): ShownScore[] | string {
  const listed = isRecord(rows)
    ? Object.entries(rows).map(([draft, row]) => (isRecord(row) ? { draft, ...row } : row))
    : rows;
  if (!Array.isArray(listed) || listed.length !== texts) return 'the judge did not score every draft';
  const criteria = criteriaFor(theme).map((criterion) => criterion.id as CriterionId);
  const scores: ShownScore[] = [];
  const seen = new Set<number>();
  for (const row of listed as unknown[]) {
    if (!isRecord(row)) return 'the judge did not score every draft';
    const draft = numberIn(row.draft);
    if (!isNumberOf(draft, texts) || seen.has(draft)) return 'the judge did not score every draft';
    seen.add(draft);
    const cells = isRecord(row.scores) ? row.scores : row;
    for (const criterion of criteria) {
      const score = numberIn(cells[criterion]);
      if (!Number.isInteger(score) || (score as number) < LOWEST_SCORE || (score as number) > HIGHEST_SCORE) {
        return `the judge gave no score from ${LOWEST_SCORE} to ${HIGHEST_SCORE} for "${criterion}"`;
      }
      scores.push({ shown: draft, criterion, score: score as number });
    }
  }
  return scores;
}

function readClaims(claims: unknown, texts: readonly string[]): ReadVerdict['unsupportedClaims'] {
  if (!Array.isArray(claims)) return [];
  return (claims as unknown[])
    .flatMap((claim) => {
      if (typeof claim !== 'object' || claim === null) return [];
      const { draft: given, quote } = claim as Record<string, unknown>;
      const draft = numberIn(given);
      if (!isNumberOf(draft, texts.length) || typeof quote !== 'string') return [];
      const words = quote.trim();
      const isThere = words.length > 0 && words.length <= CLAIM_LENGTH && texts[draft - 1]?.includes(words);
      return isThere ? [{ shown: draft, quote: words }] : [];
    })
    .slice(0, CLAIMS);
}

/** A whole number as models write it: 4, "4", "4/5", "4 out of 5", "DRAFT 2". Anything else stays what it is. */
function numberIn(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const [, digits] =
    /^\s*(?:draft\s*)?#?(-?\d{1,3}(?:\.0+)?)(?:\s*(?:\/|out of|of)\s*\d{1,3})?\s*$/i.exec(value) ?? [];
  return digits === undefined ? value : Number(digits);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNumberOf = (value: unknown, texts: number): value is number =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= texts;
