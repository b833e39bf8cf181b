import { type TimePoint, timesIn } from '../reading/times/points';
import { checkCalendar, checkCertainty, checkMoments, checkTimeline } from './chronology';
import { checkDurations, checkSince } from './durations';
import { checkFigures } from './figures';
import type { CheckedDocument, Hint } from './hint';
import { entriesOf, momentsOf, textsOf } from './namedMoments';

export { checkedDocument } from './checked';
export { checkTimeline } from './chronology';
export type { CheckedDocument, Hint } from './hint';
export { type Entry, entriesOf } from './namedMoments';

/** More of one kind than this are noise; a document with so many needs another look as a whole. */
const MOST_OF_A_KIND = 12;

/**
 * Reads a document for what does not fit together: durations against times, impossible dates, moments and
 * timeline out of order, two figures for one thing. It changes nothing, and where a date or zone is missing
 * it asks instead of guessing. Hints come in the order of their kinds, each once.
 */
export function checkConsistency(document: CheckedDocument): Hint[] {
  const texts = [...textsOf(document), ...timelineTexts(document)];
  const entries = entriesOf(document);
  const moments = momentsOf(document, entries);
  const points: Array<TimePoint & { where: string }> = texts.flatMap(([where, text]) =>
    timesIn(text).map((point) => ({ ...point, where })),
  );
  const hasDate =
    points.some(({ day, monthDay }) => day !== undefined || monthDay !== undefined) ||
    moments.some(({ day }) => day !== undefined);
  const hints = [
    ...checkCalendar(points),
    ...checkMoments(moments),
    ...checkDurations(texts, moments),
    ...checkFigures(texts),
    ...checkSince(entries),
    ...checkTimeline(entries),
    ...checkCertainty(points, hasDate),
  ];
  return atMost(distinct(hints));
}

/** Offsets in an entry count from its `at`, one space, and its `text`. */
const timelineTexts = ({ timeline }: CheckedDocument): Array<[string, string]> =>
  timeline.map(({ at, text }) => ['timeline', `${at} ${text}`]);

const distinct = (hints: readonly Hint[]): Hint[] => [
  ...new Map(hints.map((hint) => [`${hint.kind} ${hint.message}`, hint])).values(),
];

function atMost(hints: readonly Hint[]): Hint[] {
  const counts = new Map<string, number>();
  return hints.filter(({ kind }) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= MOST_OF_A_KIND;
  });
}
