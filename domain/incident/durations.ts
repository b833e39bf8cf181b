import { lengthInWords } from '../lengthOfTime';
import type { EntryKind } from '../postMortem/choices';
import { instantOf, instantOfEntry } from '../timeline/instant';
import type { TimedDocument } from './moments';

/** What happens once in an incident: the points between which its times run. */
export type PointId = 'started' | 'detected' | 'acknowledged' | 'escalated' | 'mitigated' | 'resolved';
type FieldOfPoint = 'startedAt' | 'detectedAt' | 'mitigatedAt' | 'resolvedAt';

/** When something happened, and what says so: a field, or an entry by its place in the timeline (from 0). */
export interface Point {
  id: PointId;
  /** Milliseconds since 1970. */
  at: number;
  source: { field: FieldOfPoint } | { entry: number };
  /** Of an entry, its text. */
  text: string;
}

/** A field says it, or else the first (of resolutions the last) entry of a kind, where its moment is certain. */
export const POINTS: Record<PointId, { field?: FieldOfPoint; kind?: EntryKind; last?: true }> = {
  started: { field: 'startedAt', kind: 'trigger' },
  detected: { field: 'detectedAt', kind: 'detection' },
  acknowledged: {},
  escalated: { kind: 'escalation' },
  mitigated: { field: 'mitigatedAt', kind: 'mitigation' },
  resolved: { field: 'resolvedAt', kind: 'resolution', last: true },
};

/** "Acknowledged by Ana", "acked"; not "nobody acknowledged". */
const ACKNOWLEDGES = /\backnowledge[sd]\b|\backed\b/i;
const NOT_SO = /\b(?:not|never|nobody|no one|un|without)\b|n['’]t\b/i;

/** The entries that stand for points, whatever the fields say. Time grows with the number of entries. */
export function pointsOfTimeline({ timeline }: Pick<TimedDocument, 'timeline'>): Map<PointId, Point> {
  const points = new Map<PointId, Point>();
  const byKind = new Map(Object.entries(POINTS).map(([id, { kind }]) => [kind, id as PointId]));
  for (const [entry, row] of timeline.entries()) {
    const { kind, text } = row;
    const at = instantOfEntry(row);
    if (at === null) continue;
    const take = (id: PointId) => {
      const known = points.get(id);
      if (known && (POINTS[id].last ? known.at >= at : known.at <= at)) return;
      points.set(id, { id, at, source: { entry }, text });
    };
    const id = kind && byKind.get(kind);
    if (id) take(id);
    if (ACKNOWLEDGES.test(text) && !NOT_SO.test(text)) take('acknowledged');
  }
  return points;
}

/** The points that the fields tell. */
export function pointsOfFields(document: Omit<TimedDocument, 'timeline'>): Map<PointId, Point> {
  const points = new Map<PointId, Point>();
  for (const [id, { field }] of Object.entries(POINTS) as Array<[PointId, { field?: FieldOfPoint }]>) {
    const at = field ? instantOf(document[field]) : null;
    if (field && at !== null) points.set(id, { id, at, source: { field }, text: '' });
  }
  return points;
}

/** What is known of when it happened: the fields' word first, the timeline's where they say nothing. */
export const pointsOf = (document: TimedDocument): Map<PointId, Point> =>
  new Map([...pointsOfTimeline(document), ...pointsOfFields(document)]);

export type DurationId = 'detect' | 'acknowledge' | 'escalate' | 'mitigate' | 'resolve';

/** `always`: it is told that it is not known; of the others nothing is said then. */
export const DURATIONS = [
  { id: 'detect', short: 'TTD', label: 'Time to detect', from: 'started', to: 'detected', always: true },
  { id: 'acknowledge', short: 'TTA', label: 'Time to acknowledge', from: 'detected', to: 'acknowledged' },
  { id: 'escalate', short: 'TTE', label: 'Time to escalate', from: 'detected', to: 'escalated' },
  { id: 'mitigate', short: 'TTM', label: 'Time to mitigate', from: 'started', to: 'mitigated', always: true },
  { id: 'resolve', short: 'TTR', label: 'Time to resolve', from: 'started', to: 'resolved', always: true },
] as const satisfies ReadonlyArray<{ id: DurationId; from: PointId; to: PointId; [other: string]: unknown }>;

/** How long something took in this incident. */
export interface IncidentDuration {
  id: DurationId;
  /** "TTD". */
  short: string;
  /** "Time to detect". */
  label: string;
  /** Milliseconds; null where a point is missing or they do not follow each other. */
  length: number | null;
  /** "18 min"; "not known" where there is no length. */
  words: string;
  /** How it was computed is told by `howOf` in `telling.ts`. */
  from: Point | null;
  to: Point | null;
}

/**
 * TTD, TTM and TTR, and times to acknowledge and to escalate where the timeline tells them. Each runs between two
 * points of this incident; nothing is averaged, rounded to please or guessed.
 */
export function durationsOf(document: TimedDocument): IncidentDuration[] {
  const points = pointsOf(document);
  return DURATIONS.flatMap((duration): IncidentDuration[] => {
    const { id, short, label } = duration;
    const [from = null, to = null] = [points.get(duration.from), points.get(duration.to)];
    const known = from && to && to.at >= from.at;
    if (!known && !('always' in duration)) return [];
    const length = known ? to.at - from.at : null;
    const words = length === null ? 'not known' : lengthInWords(length);
    return [{ id, short, label, length, words, from, to }];
  });
}
