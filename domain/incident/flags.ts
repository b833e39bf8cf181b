import { checkTimeline, type Entry } from '../consistency';
import { ENTRY_KINDS, type EntryKind } from '../postMortem/choices';
import { type TimePoint, timesIn } from '../reading/times/points';
import { instantOf, instantOfEntry } from '../timeline/instant';
import { clockOf, type IncidentClock, offsetIn } from './clocks';
import { type Point, pointsOf, pointsOfFields, pointsOfTimeline } from './durations';
import { A_MINUTE, type TimedDocument } from './moments';
import { type RowReading, readingsOf } from './rowReadings';
import { clockWords, toldBy, twoClocks } from './telling';

type Row = TimedDocument['timeline'][number];

export type FlagKind =
  /** It is before an entry that stands above it. */
  | 'order'
  /** Nothing says when it was, or not on which day. */
  | 'missing'
  | 'future'
  /** It says something else than another entry, a field or its own moment. */
  | 'contradiction'
  /** No zone is told, or one in which that time was never or twice. */
  | 'zone';

/** What is worth a look at the time of one entry. It is shown and never acted upon. */
export interface Flag {
  /** The entry's place in the timeline, from 0. */
  entry: number;
  kind: FlagKind;
  /** A sentence: what it is. */
  message: string;
  /** A sentence: what to do. */
  advice: string;
  /** What its author may take with one click: it follows from what stands around it. */
  follows?: { moment: string; zone: string };
}

/**
 * Every entry whose time is missing, out of order, in the future or in doubt, or contradicts another, in the
 * order of the timeline. Deterministic; time grows with the number of entries.
 * @param now milliseconds since 1970
 */
export function flagsAbout(document: TimedDocument, now: number): Flag[] {
  const readings = readingsOf(document);
  const clock = clockOf(document);
  const contradiction = contradictionsIn(document, clock);
  let latest: { at: number; entry: number } | null = null;
  /** The last row above that tells its time in any way; read only where it is asked for. */
  let above: Row | undefined;
  return document.timeline.flatMap((row, entry): Flag[] => {
    const reading = readings[entry] as RowReading;
    if (reading.kind === 'empty') return [];
    if (reading.kind === 'uncertain') {
      const [before, here] = [above && toldIn(above), toldIn(row)];
      if (here) above = row;
      return [...uncertain(entry, reading), ...(before && here ? backInTime(entry, before, here) : [])];
    }
    if (row.at.trim() !== '') above = row;
    const { at } = reading;
    const flags: Flag[] = [];
    if (latest && at < latest.at) flags.push(outOfOrder(entry, at, latest, clock));
    if (!latest || at > latest.at) latest = { at, entry };
    if (at > now) flags.push(inTheFuture(entry, at, clock));
    const contradicts = contradiction(row, at, entry);
    if (contradicts) flags.push({ entry, kind: 'contradiction', ...contradicts });
    return flags;
  });
}

function outOfOrder(
  entry: number,
  at: number,
  latest: { at: number; entry: number },
  clock: IncidentClock,
): Flag {
  const [own, other] = twoClocks(clock, at, latest.at);
  return {
    entry,
    kind: 'order',
    message: `${own} is before entry ${latest.entry + 1} (${other}), which stands above it.`,
    advice: 'Move it up, or correct the time of one of the two.',
  };
}

function inTheFuture(entry: number, at: number, clock: IncidentClock): Flag {
  return {
    entry,
    kind: 'future',
    message: `${clockWords(clock, at, true)} lies in the future.`,
    advice: 'Correct its time or its day.',
  };
}

function uncertain(
  entry: number,
  { lacks, why, follows }: Extract<RowReading, { kind: 'uncertain' }>,
): Flag[] {
  const advice = {
    time: 'Write when it was, with its day and zone; if nobody knows, say so in the text.',
    day: 'Write the day before the time, as in “2026-03-04 14:02 UTC”.',
    zone: 'Write the zone, or the offset from UTC, behind the time.',
  }[lacks];
  const offer = follows ? { follows } : {};
  return [{ entry, kind: lacks === 'zone' ? 'zone' : 'missing', message: why, advice, ...offer }];
}

function toldIn({ at, text }: Row): Entry | undefined {
  const point = timesIn(at)[0];
  return point && { ...point, text, where: 'timeline' };
}

/** Times that are not certain can still be read one after the other, as they are told. */
const backInTime = (entry: number, above: Entry, here: Entry): Flag[] =>
  checkTimeline([above, here]).map(({ message }) => ({
    entry,
    kind: 'order',
    message,
    advice: 'Move it up, or write its day.',
  }));

interface Words {
  message: string;
  advice: string;
}

/** What each kind may not be before, and not after. */
const NOT_BEFORE: ReadonlyMap<EntryKind, ReadonlyArray<Point['id']>> = new Map([
  ['detection', ['started']],
  ['escalation', ['started']],
  ['mitigation', ['started']],
  ['resolution', ['started', 'mitigated']],
]);
const BEFORE_THE_END: ReadonlySet<EntryKind> = new Set(['trigger', 'detection', 'escalation', 'mitigation']);

/** Says of an entry with a certain time what it contradicts; the first contradiction says enough. */
function contradictionsIn(document: TimedDocument, clock: IncidentClock) {
  const points = pointsOf(document);
  const differing = differingFromFields(document, clock);
  return (row: Row, at: number, entry: number): Words | undefined => {
    const written = differsFromWritten(row, at, clock);
    if (written) return written;
    const { kind } = row;
    if (!kind) return undefined;
    const isOther = ({ source }: Point) => !('entry' in source) || source.entry !== entry;
    for (const id of NOT_BEFORE.get(kind) ?? []) {
      const point = points.get(id);
      if (point && isOther(point) && at <= point.at - A_MINUTE) return lies(kind, at, 'before', point, clock);
    }
    const end = BEFORE_THE_END.has(kind) ? points.get('resolved') : undefined;
    if (end && isOther(end) && at >= end.at + A_MINUTE) return lies(kind, at, 'after', end, clock);
    return differing.get(entry);
  };
}

function lies(
  kind: EntryKind,
  at: number,
  where: 'before' | 'after',
  point: Point,
  clock: IncidentClock,
): Words {
  const [own, other] = twoClocks(clock, at, point.at);
  return {
    message: `This ${labelOf(kind)} (${own}) lies ${where} ${WHAT[point.id]} (${other}, ${toldBy(point)}).`,
    advice: 'Correct one of the two times, or the kind of the entry.',
  };
}

const WHAT: Record<Point['id'], string> = {
  started: 'the start',
  detected: 'the detection',
  acknowledged: 'the acknowledgement',
  escalated: 'the escalation',
  mitigated: 'the mitigation',
  resolved: 'the resolution',
};

const labelOf = (kind: EntryKind): string =>
  (ENTRY_KINDS.find(({ id }) => id === kind)?.label ?? kind).toLowerCase();

/**
 * The entries that stand for what a field tells, and tell another time: the first trigger where it is after the
 * start, and the first detection or mitigation, or the last resolution, where no entry of that kind agrees.
 */
function differingFromFields(document: TimedDocument, clock: IncidentClock): Map<number, Words> {
  const found = new Map<number, Words>();
  const entries = pointsOfTimeline(document);
  for (const [id, field] of pointsOfFields(document)) {
    const own = entries.get(id);
    if (!own || !('entry' in own.source) || Math.abs(own.at - field.at) < A_MINUTE) continue;
    // What triggers an incident comes before it shows.
    if (id === 'started' && own.at < field.at) continue;
    if (id !== 'started' && agrees(document, own.source.entry, field.at)) continue;
    const [at, other] = twoClocks(clock, own.at, field.at);
    found.set(own.source.entry, {
      message: `It is ${at} here, and ${other} in the ${toldBy(field)}.`,
      advice: 'Correct one of the two.',
    });
  }
  return found;
}

const agrees = ({ timeline }: TimedDocument, entry: number, at: number): boolean =>
  timeline.some(
    (row) =>
      row.kind === timeline[entry]?.kind &&
      Math.abs((instantOfEntry(row) ?? Number.POSITIVE_INFINITY) - at) < A_MINUTE,
  );

/** Its time was changed and its moment was not, or the other way round. */
function differsFromWritten(row: Row, at: number, clock: IncidentClock): Words | undefined {
  const written = instantOf(row.moment) === null ? undefined : timesIn(row.at)[0];
  if (!written || written.minute === undefined || written.impossible) return undefined;
  const frames = written.zone === undefined ? [offsetIn(row.moment ?? ''), 0] : [written.zone];
  if (frames.some((minutes) => shows(written, at + minutes * A_MINUTE))) return undefined;
  return {
    message: `It says ${written.value}, and its moment is ${clockWords(clock, at, true)}.`,
    advice: 'Write the time again, so that both are the same.',
  };
}

/** Whether a clock that shows this, in milliseconds of its day in UTC, shows what is told. */
function shows({ minute = 0, day }: TimePoint, clock: number): boolean {
  const minutes = Math.floor(clock / A_MINUTE);
  const isDay = day === undefined || day === Math.floor((minutes - (minute === 1_440 ? 1 : 0)) / 1_440);
  return isDay && ((minutes % 1_440) + 1_440) % 1_440 === minute % 1_440;
}
