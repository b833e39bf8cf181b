import { type Draft, OWN_TEXT, type Verdict } from '.';
import type { ModelCall } from './modelCall';
import type { ReadVerdict } from './readVerdict';
import { withNames } from './showingOrder';

/** A text in the contest: the author's own, or a draft by its number. */
export interface Contestant {
  /** 1-based position in `drafts`, or `OWN_TEXT`. */
  number: number;
  text: string;
}

/** What the judge said of one order. */
export interface OrderVerdict {
  /** 1 or 2. */
  order: number;
  /** The contestants as shown. */
  shown: readonly Contestant[];
  read: ReadVerdict;
  call: ModelCall;
}

/** How a tie is broken, in the words that the screen shows. */
export const TIE_RULE =
  'fewer statements without support, then the higher sum of scores over both orders, then your own text';

/**
 * One verdict from the two orders, computed: the judge scores, this counts.
 * Agreement is a winner. Disagreement is a tie, broken by `TIE_RULE` and shown as a tie.
 * @param verdicts one or two; `missing` says why the other order has none
 */
export function decide(
  verdicts: readonly OrderVerdict[],
  drafts: readonly Draft[],
  missing: string | null,
): Verdict {
  const winners = verdicts.map(winnerOf);
  const [first] = winners as [number, ...number[]];
  const agreed = winners.every((winner) => winner === first);
  const winner = agreed ? first : breakTie(winners, verdicts, drafts);
  const speaking = verdicts.find((verdict) => winnerOf(verdict) === winner) ?? (verdicts[0] as OrderVerdict);
  return {
    outcome: !agreed ? 'TIE' : winner === OWN_TEXT ? 'KEEP_YOURS' : 'JUDGED',
    winner,
    reasoning: withNames(speaking.read.reasoning, speaking.shown.length, (shown) =>
      nameOf(numberAt(speaking, shown), drafts),
    ),
    scores: verdicts
      .flatMap((verdict) =>
        verdict.read.scores.map(({ shown, criterion, score }) => ({
          order: verdict.order,
          draft: numberAt(verdict, shown),
          criterion,
          score,
        })),
      )
      .sort((a, b) => a.order - b.order || a.draft - b.draft),
    unsupportedClaims: verdicts.flatMap((verdict) =>
      verdict.read.unsupportedClaims.map(({ shown, quote }) => ({
        order: verdict.order,
        draft: numberAt(verdict, shown),
        quote,
      })),
    ),
    tieBreak: agreed ? null : `The two orders disagree; decided by: ${TIE_RULE}.`,
    fallbackReason: missing === null ? null : `Only one of the two orders gave a verdict. ${missing}`,
    judges: verdicts.map(({ call }) => call),
  };
}

const numberAt = (verdict: OrderVerdict, shown: number): number =>
  (verdict.shown[shown - 1] as Contestant).number;

/** The text that an order prefers. A draft that is the author's own text, word for word, brings nothing. */
function winnerOf(verdict: OrderVerdict): number {
  const number = numberAt(verdict, verdict.read.best);
  const textOf = (wanted: number) =>
    verdict.shown
      .find((one) => one.number === wanted)
      ?.text.replace(/\s+/g, ' ')
      .trim();
  return number !== OWN_TEXT && textOf(number) === textOf(OWN_TEXT) ? OWN_TEXT : number;
}

function breakTie(
  winners: readonly number[],
  verdicts: readonly OrderVerdict[],
  drafts: readonly Draft[],
): number {
  const unsupported = (number: number) =>
    (drafts[number - 1]?.findings.length ?? 0) +
    verdicts.flatMap((verdict) =>
      verdict.read.unsupportedClaims.filter(({ shown }) => numberAt(verdict, shown) === number),
    ).length;
  const sum = (number: number) =>
    verdicts
      .flatMap((verdict) => verdict.read.scores.filter(({ shown }) => numberAt(verdict, shown) === number))
      .reduce((total, { score }) => total + score, 0);
  const ranked = [...winners].sort((a, b) => unsupported(a) - unsupported(b) || sum(b) - sum(a) || a - b);
  return ranked[0] as number;
}

/** What the reader knows a text by. */
function nameOf(number: number, drafts: readonly Draft[]): string {
  return number === OWN_TEXT ? 'your own text' : `draft ${number} (${drafts[number - 1]?.model})`;
}
