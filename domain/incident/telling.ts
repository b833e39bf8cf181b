import { ENTRY_KINDS } from '../postMortem/choices';
import { fieldById } from '../postMortem/fields';
import type { IncidentClock } from './clocks';
import { DURATIONS, type IncidentDuration, POINTS, type Point, type PointId } from './durations';

/** "14:02 Europe/Rome" by these clocks, with its seconds where it has some; with its day where `withDay`. */
export function clockWords(clock: IncidentClock, at: number, withDay = false): string {
  const [, day, minutes, seconds] = READ.exec(clock.iso(at)) ?? [];
  const time = `${minutes}${seconds === ':00' ? '' : (seconds ?? '')}`;
  return `${withDay ? `${day} ` : ''}${time} ${clock.zone}`;
}

const READ = /^([+-]?\d+-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?/;

/** Two times in words, with their days where those differ. */
export function twoClocks(clock: IncidentClock, one: number, other: number): [string, string] {
  const withDay = dayOf(clock, one) !== dayOf(clock, other);
  return [clockWords(clock, one, withDay), clockWords(clock, other, withDay)];
}

const dayOf = (clock: IncidentClock, at: number) => READ.exec(clock.iso(at))?.[1];

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

/** How a duration was computed, by the clocks of its incident, or why it was not, in a sentence. */
export function howOf(
  { id, from, to }: Pick<IncidentDuration, 'id' | 'from' | 'to'>,
  clock: IncidentClock,
): string {
  if (from && to) return spanInWords(from, to, clock);
  const duration = DURATIONS.find((each) => each.id === id) as (typeof DURATIONS)[number];
  return missingInWords(from ? duration.to : duration.from);
}

function spanInWords(from: Point, to: Point, clock: IncidentClock): string {
  const [start, end] = twoClocks(clock, from.at, to.at);
  const [first, second] = [`${start}, ${toldBy(from)}`, `${end}, ${toldBy(to)}`];
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
