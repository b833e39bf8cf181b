import { ENTRY_KINDS, type EntryKind } from '../postMortem/choices';
import { fieldById } from '../postMortem/fields';
import { instantOf, instantOfEntry, lengthInWords, quoted, type TimedDocument, utcClock } from './moments';

/** What happens once in an incident: the points between which its times run. */
export type PointId = 'started' | 'detected' | 'acknowledged' | 'escalated' | 'mitigated' | 'resolved';
type FieldOfPoint = 'startedAt' | 'detectedAt' | 'mitigatedAt' | 'resolvedAt';

/** When something happened, and what says so: a field, or an entry by its place in the timeline (from 0). */
export interface Point {
  id: PointId;
  /** Milliseconds since 1970. */
  at: number;
  source: { field: FieldOfPoint } | { entry: number };
  /** "field Started", "entry 4, “PagerDuty fired”". */
  told: string;
}

/** A field says it, or else the first (of resolutions the last) entry of a kind, where its moment is certain. */
const POINTS: Record<PointId, { field?: FieldOfPoint; kind?: EntryKind; last?: true; says: string }> = {
  started: { field: 'startedAt', kind: 'trigger', says: 'it started' },
  detected: { field: 'detectedAt', kind: 'detection', says: 'it was detected' },
  acknowledged: { says: 'it was acknowledged' },
  escalated: { kind: 'escalation', says: 'it was escalated' },
  mitigated: { field: 'mitigatedAt', kind: 'mitigation', says: 'it was mitigated' },
  resolved: { field: 'resolvedAt', kind: 'resolution', last: true, says: 'it was resolved' },
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
      const words = quoted(text);
      const told = `entry ${entry + 1}${words && `, ${words}`}`;
      points.set(id, { id, at, source: { entry }, told });
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
    if (field && at !== null)
      points.set(id, { id, at, source: { field }, told: `field ${fieldById(field).label}` });
  }
  return points;
}

/** What is known of when it happened: the fields' word first, the timeline's where they say nothing. */
export const pointsOf = (document: TimedDocument): Map<PointId, Point> =>
  new Map([...pointsOfTimeline(document), ...pointsOfFields(document)]);

export type DurationId = 'detect' | 'acknowledge' | 'escalate' | 'mitigate' | 'resolve';

/** `always`: it is told that it is not known; of the others nothing is said then. */
const DURATIONS = [
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
  from: Point | null;
  to: Point | null;
  /** How it was computed, or why it was not, in a sentence. */
  how: string;
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
    return [
      {
        ...{ id, short, label, length, from, to },
        words: length === null ? 'not known' : lengthInWords(length),
        how: from && to ? spanInWords(from, to) : missingInWords(from ? duration.to : duration.from),
      },
    ];
  });
}

function spanInWords(from: Point, to: Point): string {
  const withDay = utcClock(from.at, true).slice(0, 10) !== utcClock(to.at, true).slice(0, 10);
  const [first, second] = [from, to].map(({ at, told }) => `${utcClock(at, withDay)}, ${told}`);
  if (to.at >= from.at) return `${first}, to ${second}.`;
  return `${second}, lies before ${first}: one of them is wrong.`;
}

function missingInWords(missing: PointId): string {
  const { field, kind, says } = POINTS[missing];
  const label = ENTRY_KINDS.find(({ id }) => id === kind)?.label;
  const sources = [
    field && `the field ${fieldById(field).label} is empty`,
    label && `no entry of the kind ${label} has a certain time`,
  ].filter(Boolean);
  return `Nothing says when ${says}: ${sources.join(', and ')}.`;
}
