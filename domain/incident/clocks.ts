import { instantOf } from '../timeline/instant';
import { isoIn, offsetsOf, readZone, type Zone } from '../timeline/zones';
import { A_MINUTE, type TimedDocument } from './moments';

/** The clocks by which an incident is told. */
export interface IncidentClock {
  /** As it is told: "UTC", "Europe/Rome", "CET". */
  zone: string;
  /** An instant as ISO 8601 by these clocks. */
  iso(at: number): string;
  /** The instants at which these clocks show this (milliseconds of that day and time in UTC): none, one or two. */
  instants(wall: number): number[];
}

const clockIn = (label: string, zone: Exclude<Zone, { kind: 'several' }>): IncidentClock => ({
  zone: label,
  iso: (at) => isoIn(zone, at),
  instants: (wall) => offsetsOf(zone, wall).map((minutes) => wall - minutes * A_MINUTE),
});

/** The zone that most entries with a certain moment were told in; UTC where none says one. */
export function clockOf({ timeline }: Pick<TimedDocument, 'timeline'>): IncidentClock {
  const counts = new Map<string, number>();
  for (const { moment, zone } of timeline) {
    const told = instantOf(moment) === null ? '' : (zone?.trim() ?? '');
    if (told !== '') counts.set(told, (counts.get(told) ?? 0) + 1);
  }
  const told = [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
  for (const name of told) {
    const zone = readZone(name);
    if (zone && zone.kind !== 'several') return clockIn(/^z$/i.test(name) ? 'UTC' : name, zone);
  }
  return clockIn('UTC', { kind: 'offset', minutes: 0 });
}

/** Minutes ahead of UTC in an ISO 8601 moment. */
export function offsetIn(iso: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)$/.exec(iso.trim()) ?? [];
  return (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1);
}
