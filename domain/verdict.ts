import { type CriterionId, criteriaFor, HIGHEST_SCORE, LOWEST_SCORE } from './criteria';
import type { Score } from './enhancement';
import type { ThemeId } from './themes';

/** What a judge said, once it has been found usable. Draft numbers are 1-based and as the judge saw them. */
export interface ReadVerdict {
  best: number;
  reasoning: string;
  scores: Score[];
}

export type VerdictReading = { usable: true; verdict: ReadVerdict } | { usable: false; why: string };

const REASONING_LENGTH = 2_000;
const unusable = (why: string): VerdictReading => ({ usable: false, why });

/**
 * Reads a judge's answer, whatever it is. Never throws, and never picks a draft by accident: anything but a
 * complete set of scores in range with a reason is unusable, and says why.
 */
export function readVerdict(answer: unknown, theme: ThemeId, drafts: number): VerdictReading {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
    return unusable('the judge did not answer in the form asked for');
  }
  const { best, reasoning, scores } = answer as Record<string, unknown>;
  if (typeof reasoning !== 'string' || reasoning.trim() === '') return unusable('the judge gave no reasons');
  const read = readScores(scores, theme, drafts);
  if (typeof read === 'string') return unusable(read);
  if (!isDraftNumber(best, drafts)) return unusable('the judge named no draft that exists');
  return {
    usable: true,
    verdict: {
      best: bestByScore(read, drafts, best),
      reasoning: reasoning.trim().slice(0, REASONING_LENGTH),
      scores: read,
    },
  };
}

/** The highest sum of scores wins; the judge's own choice decides only between equals. */
function bestByScore(scores: readonly Score[], drafts: number, chosen: number): number {
  const sum = (draft: number) =>
    scores.filter((score) => score.draft === draft).reduce((total, { score }) => total + score, 0);
  let best = chosen;
  for (let draft = 1; draft <= drafts; draft++) if (sum(draft) > sum(best)) best = draft;
  return best;
}

function readScores(rows: unknown, theme: ThemeId, drafts: number): Score[] | string {
  if (!Array.isArray(rows) || rows.length !== drafts) return 'the judge did not score every draft';
  const criteria = criteriaFor(theme).map((criterion) => criterion.id as CriterionId);
  const scores: Score[] = [];
  const seen = new Set<number>();
  for (const row of rows as unknown[]) {
    if (typeof row !== 'object' || row === null) return 'the judge did not score every draft';
    const cells = row as Record<string, unknown>;
    if (!isDraftNumber(cells.draft, drafts) || seen.has(cells.draft))
      return 'the judge did not score every draft';
    seen.add(cells.draft);
    for (const criterion of criteria) {
      const score = cells[criterion];
      if (!Number.isInteger(score) || (score as number) < LOWEST_SCORE || (score as number) > HIGHEST_SCORE) {
        return `the judge gave no score from ${LOWEST_SCORE} to ${HIGHEST_SCORE} for "${criterion}"`;
      }
      scores.push({ draft: cells.draft, criterion, score: score as number });
    }
  }
  return scores;
}

const isDraftNumber = (value: unknown, drafts: number): value is number =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= drafts;

/** Finds the JSON object in an answer in plain text: bare, fenced, or after some thinking aloud. */
export function jsonInText(text: string): unknown {
  const afterThinking = text.slice(
    text.lastIndexOf('</thinking>') + 1 ? text.lastIndexOf('</thinking>') + 11 : 0,
  );
  const from = afterThinking.indexOf('{');
  const to = afterThinking.lastIndexOf('}');
  if (from < 0 || to <= from) return undefined;
  try {
    return JSON.parse(afterThinking.slice(from, to + 1));
  } catch {
    // Not JSON is an answer like any other here: the caller reads `undefined` as "unusable" and says so.
    return undefined;
  }
}
