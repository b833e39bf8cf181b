import { countNames, nameKey } from '../postMortem/names';

/** A service with more than one incident. */
export interface ReturningService {
  name: string;
  count: number;
  /** The day of the latest one. */
  last: string;
}

/** An incident that has a day. */
export interface DatedService {
  service: string;
  day: string;
}

/** The services that come back, the most often first, then the latest; whatever the capitals of their names. */
export function returningServices(incidents: readonly DatedService[]): ReturningService[] {
  const last = new Map<string, string>();
  for (const { service, day } of incidents) {
    const key = nameKey(service);
    if (day > (last.get(key) ?? '')) last.set(key, day);
  }
  return countNames(incidents.map(({ service }) => [service]))
    .filter(({ count }) => count > 1)
    .map(({ name, count }) => ({ name, count, last: last.get(nameKey(name)) ?? '' }))
    .sort((a, b) => b.count - a.count || (a.last < b.last ? 1 : a.last > b.last ? -1 : 0));
}
