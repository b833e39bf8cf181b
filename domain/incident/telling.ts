import { ENTRY_KINDS } from '../postMortem/choices';
import { fieldById } from '../postMortem/fields';
import { DURATIONS, type IncidentDuration, POINTS, type Point, type PointId } from './durations';
import { A_MINUTE } from './moments';

/** "14:02 UTC", with its seconds where it has some; with its day where `withDay`. */
export function utcClock(at: number, withDay = false): string {
  const iso = new Date(at).toISOString();
  const time = at % A_MINUTE === 0 ? iso.slice(11, 16) : iso.slice(11, 19);
  return `${withDay ? `${iso.slice(0, 10)} ` : ''}${time} UTC`;
}

/** The beginning of an entry's text in quotes, in one line; nothing where it has none. */
export function quoted(text: string, most = 60): string {
  const line = text
    .slice(0, 4 * most)
    .replace(/\s+/g, ' ')
    .trim();
  if (line === '') return '';
  const characters = [...line];
  return `“${characters.length > most ? `${characters.slice(0, most).join('').trimEnd()}…` : line}”`;
}

/** What says when a point was: "field Started", "entry 4, “PagerDuty fired”". */
export function toldBy({ source, text }: Point): string {
  if ('field' in source) return `field ${fieldById(source.field).label}`;
  const words = quoted(text);
  return `entry ${source.entry + 1}${words && `, ${words}`}`;
}

/** How a duration was computed, or why it was not, in a sentence. */
export function howOf({ id, from, to }: Pick<IncidentDuration, 'id' | 'from' | 'to'>): string {
  if (from && to) return spanInWords(from, to);
  const duration = DURATIONS.find((each) => each.id === id) as (typeof DURATIONS)[number];
  return missingInWords(from ? duration.to : duration.from);
}

function spanInWords(from: Point, to: Point): string {
  const withDay = utcClock(from.at, true).slice(0, 10) !== utcClock(to.at, true).slice(0, 10);
  const [first, second] = [from, to].map((point) => `${utcClock(point.at, withDay)}, ${toldBy(point)}`);
  if (to.at >= from.at) return `${first}, to ${second}.`;
  return `${second}, lies before ${first}: one of them is wrong.`;
}

const SAYS: Readonly<Record<PointId, string>> = {
  started: 'it started',
  detected: 'it was detected',
  acknowledged: 'it was acknowledged',
  escalated: 'it was escalated',
  mitigated: 'it was mitigated',
  resolved: 'it was resolved',
};

function missingInWords(missing: PointId): string {
  const { field, kind } = POINTS[missing];
  const label = ENTRY_KINDS.find(({ id }) => id === kind)?.label;
  const sources = [
    field && `the field ${fieldById(field).label} is empty`,
    label && `no entry of the kind ${label} has a certain time`,
  ].filter(Boolean);
  return `Nothing says when ${SAYS[missing]}: ${sources.join(', and ')}.`;
}
