import type { DraftFinding } from '../../../../domain/enhancement';
import { marksIn, withoutCode } from '../../../../domain/facts/doubts/marks';
import { isHard } from '../../../../domain/facts/finding';
import { extract } from '../../../../domain/facts/values/extract';
import { timesIn } from '../../../../domain/reading/times/points';
import { wordCount } from '../../../../domain/text';
import { questionsIn } from '../../../../domain/todo';
import type { Wording } from '../../../language/italian';
import { numberWords, say, sayCount } from '../../../language/say';
import { type Comparison, compare } from './comparison';
import { unitsOf } from './units';

/** What code can say of a draft, whoever judged it. */
export interface Measured {
  /** Numbers, times, dates, amounts and versions of the author's, each once, and how many stand in the draft. */
  figures: { total: number; kept: number };
  /** Sentences of the author's that doubt, and how many of the doubts are kept. */
  doubts: { total: number; kept: number };
  /** Whether the times at which things are told rise; null with fewer than two. */
  order: { own: boolean | null; draft: boolean | null };
  /** Questions that the draft asks and the author's text does not. */
  questions: number;
  words: { own: number; draft: number };
  /** Sentences told in another place than in the author's text. */
  moved: number;
  /** Hard findings of things that the author's text does not bear out. */
  unsupported: number;
}

/** Facts with figures in them that nobody calls a figure. */
const NO_FIGURES = new Set([
  'code',
  'quotation',
  'link',
  'host',
  'region',
  'name',
  'id',
  'identifier',
  'time-zone',
]);
const HALF_A_DAY = 720;

/** Measures a draft against the author's text. @param findings what the fact check says of this very draft */
export function measure(
  own: string,
  draft: string,
  findings: readonly DraftFinding[],
  comparison: Comparison = compare(own, draft),
): Measured {
  const figures = new Set(
    extract(own)
      .facts.filter(
        ({ kind, weak, value }) => !weak && !NO_FIGURES.has(kind) && (kind === 'number' || /\d/.test(value)),
      )
      .map(({ keys }) => keys[0]),
  ).size;
  const lost = new Set(
    findings
      .filter((one) => one.list === 'lost' && isHard(one) && !NO_FIGURES.has(one.kind))
      .map(({ value }) => value.toLowerCase()),
  ).size;
  const doubts = unitsOf(own).filter(({ text }) => doubtsIn(text)).length;
  const lostDoubts = findings.filter(
    (one) => one.list === 'hedges' && isHard(one) && one.kind !== 'negation',
  ).length;
  return {
    figures: { total: figures, kept: Math.max(0, figures - lost) },
    doubts: { total: doubts, kept: Math.max(0, doubts - lostDoubts) },
    order: { own: isInOrder(own), draft: isInOrder(draft) },
    questions: Math.max(0, questionsIn(draft).length - questionsIn(own).length),
    words: { own: wordCount(own), draft: wordCount(draft) },
    moved: comparison.draft.filter(({ moved }) => moved).length,
    unsupported: findings.filter((one) => isHard(one) && one.list !== 'lost').length - lostDoubts,
  };
}

const doubtsIn = (text: string): boolean =>
  !/^\W*\[TODO/.test(text) && marksIn(withoutCode(text)).some(({ kind }) => kind !== 'negation');

/** Whether what is told at a time follows what is told at an earlier one. A step of half a day back is midnight. */
function isInOrder(text: string): boolean | null {
  const times = unitsOf(text).flatMap((unit) => {
    const first = timesIn(unit.text).find(({ minute, impossible }) => minute !== undefined && !impossible);
    return first && questionsIn(unit.text).length === 0 ? [first] : [];
  });
  if (times.length < 2) return null;
  return times.every((time, index) => {
    const before = times[index - 1];
    if (!before) return true;
    if (time.day !== undefined && before.day !== undefined && time.day !== before.day) {
      return time.day > before.day;
    }
    const step = (time.minute as number) - (before.minute as number);
    return step >= 0 || step <= -HALF_A_DAY;
  });
}

/** The measures as a colleague would say them: "tells it in order, keeps all 14 figures and asks one question". */
export function inPlainWords(measured: Measured): string {
  const { figures, doubts, order, questions, words, moved, unsupported } = measured;
  const said: string[] = [];
  if (order.draft === true)
    said.push(order.own === false ? say('puts the times in order') : say('tells it in order'));
  if (order.draft === false) said.push(say('tells its times out of order'));
  said.push(...keeping(figures, doubts));
  if (unsupported > 0)
    said.push(
      sayCount(
        unsupported,
        'says {number} thing that your text does not bear out',
        'says {number} things that your text does not bear out',
        { number: numeral(unsupported) },
      ),
    );
  if (moved > 0 && order.own !== false)
    said.push(
      sayCount(moved, 'moves {number} sentence', 'moves {number} sentences', { number: numeral(moved) }),
    );
  if (questions > 0)
    said.push(
      sayCount(questions, 'asks {number} question', 'asks {number} questions', {
        number: numeral(questions),
      }),
    );
  const much = Math.abs(words.draft - words.own) > words.own / 4;
  if (much || said.length === 0)
    said.push(
      words.own === 0
        ? say('says it in {draft} words', { draft: numberWords(words.draft) })
        : say('takes {draft} words for your {own}', {
            draft: numberWords(words.draft),
            own: numberWords(words.own),
          }),
    );
  return said.length === 1
    ? (said[0] as string)
    : say('{most} and {last}', { most: said.slice(0, -1).join(', '), last: said.at(-1) ?? '' });
}

type Kept = Measured['figures'];

/** "keeps all 14 figures and the one doubt", "keeps 12 of 14 figures". */
function keeping(figures: Kept, doubts: Kept): string[] {
  const kept = [
    ...(figures.total > 0 ? [figuresKept(figures)] : []),
    ...(doubts.total > 0 ? [doubtsKept(doubts)] : []),
  ];
  return kept.length === 0 ? [] : [say('keeps {what}', { what: kept.join(say(' and ')) })];
}

function figuresKept({ total, kept }: Kept): string {
  if (kept < total && kept === 0) return sayCount(total, 'none of {n} figure', 'none of {n} figures');
  if (kept < total) return sayCount(total, '{kept} of {n} figure', '{kept} of {n} figures', { kept });
  if (total === 1) return say('the one figure');
  return total === 2 ? say('both figures') : say('all {total} figures', { total });
}

function doubtsKept({ total, kept }: Kept): string {
  if (kept < total && kept === 0) return sayCount(total, 'none of {n} doubt', 'none of {n} doubts');
  if (kept < total) return sayCount(total, '{kept} of {n} doubt', '{kept} of {n} doubts', { kept });
  if (total === 1) return say('the one doubt');
  return total === 2 ? say('both doubts') : say('all {total} doubts', { total });
}

const NUMERALS: readonly Wording[] = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
];
const numeral = (number: number): string => {
  const word = NUMERALS[number];
  return word === undefined ? numberWords(number) : say(word);
};
