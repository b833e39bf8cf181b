import type { DraftFinding } from '../../../../domain/enhancement';
import { isHard } from '../../../../domain/facts/finding';
import type { Bar, PlaceMark } from '../../../components/markPlaces';
import type { Wording } from '../../../language/italian';
import { say } from '../../../language/say';
import { type Compared, type Comparison, wordsIn } from './comparison';
import { inDraft, inSource, noteWords } from './findings';

/** How many sentences and blocks differ, by what the margin shows. */
export type Tally = Readonly<Record<Bar, number>>;

const LABELS: Record<Bar, Wording> = {
  new: '(not in your text:)',
  gone: '(left out:)',
  moved: '(moved:)',
  reworded: '(reworded:)',
  asks: '(a question:)',
};

/** What the margin shows beside a sentence or block; nothing beside what is the same. */
const barOf = ({ fate, moved }: Compared): Bar | null => {
  if (fate === 'same') return moved ? 'moved' : null;
  if (fate === 'reworded') return moved ? 'moved' : 'reworded';
  return fate;
};

/** The draft's differences and findings, each in its place. */
export function draftMarks({ own, draft }: Comparison, findings: readonly DraftFinding[]): PlaceMark[] {
  const known = vocabularyOf(own);
  return [
    ...draft.flatMap(unitMark),
    ...draft.flatMap((one) => newWords(one, known)),
    ...inDraft(findings).map(findingMark),
  ];
}

/** What of the author's text the draft leaves out. */
export const ownMarks = ({ own }: Comparison, findings: readonly DraftFinding[]): PlaceMark[] => [
  ...own.filter(({ fate }) => fate === 'gone').flatMap(unitMark),
  ...inSource(findings).map(findingMark),
];

export function tallyOf({ own, draft }: Comparison): Tally {
  const bars = [...draft.map(barOf), ...own.map((one) => (one.fate === 'gone' ? 'gone' : null))];
  const number = (bar: Bar) => bars.filter((one) => one === bar).length;
  return {
    new: number('new'),
    reworded: number('reworded'),
    moved: number('moved'),
    asks: number('asks'),
    gone: number('gone'),
  };
}

/** Markers of lists, headings and bold before the first word. */
const MARKERS = /^(?:\s|[>#*_`~-]|\+(?=\s)|\d{1,9}[.)](?=\s))+/;

function unitMark(one: Compared): PlaceMark[] {
  const bar = barOf(one);
  if (bar === null) return [];
  const { text, start } = one.unit;
  const skipped = MARKERS.exec(text)?.[0].length ?? 0;
  const end = start + text.trimEnd().length;
  if (start + skipped >= end) return [];
  return [{ start: start + skipped, end, className: `told-${bar}`, bar, label: say(LABELS[bar]) }];
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.:%/-]*/gu;

/** The words of a text as they are written, and what they come from. */
const vocabularyOf = (told: readonly Compared[]): ReadonlySet<string> =>
  new Set(
    told.flatMap(({ unit }) => [
      ...wordsIn(unit.text),
      ...(unit.text.match(WORD) ?? []).map((word) => word.toLowerCase()),
    ]),
  );

/** In a reworded sentence, the words that carry something and stand nowhere in the author's text. */
function newWords({ unit, fate }: Compared, known: ReadonlySet<string>): PlaceMark[] {
  if (fate !== 'reworded') return [];
  const isNew = (word: string) =>
    !known.has(word.toLowerCase()) && [...wordsIn(word)].some((stem) => !known.has(stem));
  return [...unit.text.matchAll(WORD)]
    .filter(([word]) => isNew(word))
    .map(({ 0: word, index }) => ({
      start: unit.start + index,
      end: unit.start + index + word.length,
      className: 'new-word',
    }));
}

function findingMark(finding: DraftFinding): PlaceMark {
  const hard = isHard(finding);
  return {
    start: finding.start,
    end: finding.end,
    className: hard ? 'mark-hard' : 'mark-soft',
    note: {
      text: noteWords(finding),
      className: hard ? 'note-hard' : 'note-soft',
    },
  };
}
