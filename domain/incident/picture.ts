import { lengthInWords } from '../lengthOfTime';
import { ENTRY_KINDS } from '../postMortem/choices';
import { instantOfEntry } from '../timeline/instant';
import { spoken, type Tick, ticksBetween } from './axis';
import { clockOf } from './clocks';
import { type Point, type PointId, pointsOf, pointsOfFields } from './durations';
import { type Lane, LEFT, LETTER, type Mark, marksOf, NEAREST, type Placed, RIGHT, WIDTH } from './marks';
import type { TimedDocument } from './moments';
import { toldBy } from './telling';

/** A stretch of the incident between two of its points. */
export interface Phase {
  id: 'undetected' | 'unmitigated' | 'unresolved' | 'open';
  x: number;
  width: number;
  /** "Undetected". */
  label: string;
  /** "18 min". */
  words: string;
  /** The label, or only its length, or nothing: what fits. */
  shown: string;
}

/** Where everything stands in the picture of an incident. */
export interface Picture {
  width: number;
  height: number;
  /** The clocks that the axis goes by, as they are told. */
  zone: string;
  /** "4 Mar 2026", or the first and the last day. */
  days: string;
  axis: { y: number; from: number; to: number; ticks: Array<Tick & { x: number; isShown: boolean }> };
  phases: Phase[];
  lanes: Lane[];
  /** In the order of time. */
  marks: Mark[];
  /** Entries whose time is not certain, from 0. */
  without: number[];
}

const STRIP = 26;
const LANE = 28;
const AXIS = 30;
const MOST_TICKS = 9;
/** What lies further out than this part of the incident's length stands at its edge. */
const MARGIN = 0.25;

/**
 * Lays out the picture of an incident from its first point to its last: a lane for each kind, round times by its
 * own clocks, phases between its points. Null where nothing has a certain time. Pure; time grows with the number
 * of entries, and what is drawn does not: what is too near becomes one mark with a count.
 */
export function pictureOf(document: TimedDocument): Picture | null {
  const clock = clockOf(document);
  const { placed, without } = placedIn(document);
  const [first, last] = [placed[0], placed.at(-1)];
  if (!first || !last) return null;
  const points = pointsOf(document);
  const [from, to] = spanOf(points, first.at, last.at);
  // What lies further out has the edge for itself.
  const left = first.at < from ? LEFT + NEAREST : LEFT;
  const right = last.at > to ? RIGHT - NEAREST : RIGHT;
  const scale = (at: number) => left + ((at - from) / (to - from)) * (right - left);
  const shown = placed.filter(({ at }) => at >= from && at <= to);
  const [day, lastDay] = [shown[0] ?? first, shown.at(-1) ?? last].map(({ at }) =>
    clock.iso(at).slice(0, 10),
  );
  const said = (at: number) => spoken(at, clock, day !== lastDay || clock.iso(at).slice(0, 10) !== day);

  const lanes = LANES.filter(({ kind }) => placed.some((one) => one.kind === kind)).map((lane, index) => ({
    ...lane,
    y: STRIP + LANE * (index + 0.5) + 4,
  }));
  const marks = lanes.flatMap((lane) =>
    marksOf(
      placed.filter(({ kind }) => kind === lane.kind),
      { lane, from, to, scale, said },
    ),
  );
  const axisY = STRIP + LANE * lanes.length + 8;
  return {
    ...{
      width: WIDTH,
      height: axisY + AXIS,
      zone: clock.zone,
      days: day === lastDay ? `${day}` : `${day} to ${lastDay}`,
    },
    axis: {
      y: axisY,
      from: LEFT,
      to: RIGHT,
      ticks: apart(ticksBetween(from, to, MOST_TICKS, clock), scale),
    },
    phases: phasesOf(points, from, to, scale),
    ...{ lanes, without },
    marks: marks.sort((a, b) => a.x - b.x || a.y - b.y),
  };
}

const LANES: ReadonlyArray<Omit<Lane, 'y'>> = [
  { kind: 'fact', label: 'Facts' },
  ...ENTRY_KINDS.map(({ id, label }) => ({ kind: id, label })),
  { kind: 'other', label: 'Other entries' },
];

/** What has a certain time, in its order; and the entries that have none and are not empty. */
function placedIn(document: TimedDocument): { placed: Placed[]; without: number[] } {
  const placed: Placed[] = [];
  const without: number[] = [];
  for (const point of pointsOfFields(document).values())
    placed.push({ at: point.at, kind: 'fact', entry: null, text: toldBy(point).replace('field ', '') });
  const kinds = new Set<string>(ENTRY_KINDS.map(({ id }) => id));
  for (const [entry, row] of document.timeline.entries()) {
    const at = instantOfEntry(row);
    const text = row.text.slice(0, LONGEST).replace(/\s+/g, ' ').trim();
    if (at !== null)
      placed.push({ at, kind: row.kind && kinds.has(row.kind) ? row.kind : 'other', entry, text });
    else if (text !== '' || row.at.trim() !== '') without.push(entry);
  }
  return { placed: placed.sort((a, b) => a.at - b.at), without };
}

const LONGEST = 200;

/** From the first point to the last, with what lies near them; where there is only one, minutes around it. */
function spanOf(points: ReadonlyMap<PointId, Point>, first: number, last: number): [number, number] {
  const known = [...points.values()].map(({ at }) => at);
  const [start, end] = known.length > 1 ? [Math.min(...known), Math.max(...known)] : [first, last];
  const margin = Math.max((end - start) * MARGIN, 60_000);
  const from = Math.max(start - margin, Math.min(first, start));
  const to = Math.min(end + margin, Math.max(last, end));
  const air = Math.max((to - from) * 0.02, (60_000 - (to - from)) / 2, 0);
  return [from - air, to + air];
}

const BETWEEN: ReadonlyArray<{ from: PointId; to: PointId; id: Phase['id']; label: string }> = [
  { from: 'started', to: 'detected', id: 'undetected', label: 'Undetected' },
  { from: 'detected', to: 'mitigated', id: 'unmitigated', label: 'Detected, not mitigated' },
  { from: 'mitigated', to: 'resolved', id: 'unresolved', label: 'Mitigated, not resolved' },
  { from: 'started', to: 'mitigated', id: 'unmitigated', label: 'Not mitigated' },
  { from: 'detected', to: 'resolved', id: 'open', label: 'Detected, not resolved' },
  { from: 'started', to: 'resolved', id: 'open', label: 'Not resolved' },
];
const PHASE_POINTS: readonly PointId[] = ['started', 'detected', 'mitigated', 'resolved'];

/** From each known point to the next; where they are not in their order nothing is drawn of it. */
function phasesOf(
  points: ReadonlyMap<PointId, Point>,
  from: number,
  to: number,
  scale: (at: number) => number,
): Phase[] {
  const known = PHASE_POINTS.flatMap((id) => points.get(id) ?? []);
  return known.slice(1).flatMap((end, index): Phase[] => {
    const start = known[index] as Point;
    const between = BETWEEN.find((each) => each.from === start.id && each.to === end.id);
    if (!between || end.at <= start.at || start.at < from || end.at > to) return [];
    const [x, width] = [scale(start.at), scale(end.at) - scale(start.at)];
    const words = lengthInWords(end.at - start.at);
    const fits =
      [`${between.label}, ${words}`, words].find((text) => text.length * LETTER + 8 <= width) ?? '';
    return [{ id: between.id, x, width, label: between.label, words, shown: fits }];
  });
}

/** Ticks whose labels would run into each other keep their line and lose their label. */
function apart(ticks: readonly Tick[], scale: (at: number) => number): Picture['axis']['ticks'] {
  let end = Number.NEGATIVE_INFINITY;
  return ticks.map((tick) => {
    const x = scale(tick.at);
    const half = (tick.label.length * LETTER) / 2 + 3;
    const isShown = x - half >= end && x + half <= WIDTH;
    if (isShown) end = x + half;
    return { ...tick, x, isShown };
  });
}
