import type { AuthoredContent } from '../postMortem/fields';

/** What of a document tells when its incident was. */
export type TimedDocument = Pick<
  AuthoredContent,
  'startedAt' | 'detectedAt' | 'mitigatedAt' | 'resolvedAt' | 'timeline'
>;

const MOMENT =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i;

/**
 * The instant that a moment names in milliseconds since 1970, where it tells day, time and zone: ISO 8601 with its
 * offset, or "2026-03-04 14:02 UTC". Null for everything else, also for 30 February: a guess is no instant.
 */
export function instantOf(moment: string | null | undefined): number | null {
  const [, day, time, zone = ''] = MOMENT.exec(moment?.trim() ?? '') ?? [];
  if (day === undefined) return null;
  // A browser reads 30 February as a day of March.
  const midnight = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(day)) return null;
  const at = Date.parse(
    `${day}T${time}${/^[+-]/.test(zone) ? zone.replace(/(?<=\d\d)(?=\d\d$)/, ':') : 'Z'}`,
  );
  return Number.isNaN(at) ? null : at;
}

/** When an entry happened: by its moment, or by its time where that tells day, time and zone. */
export const instantOfEntry = ({ moment, at }: { moment?: string; at: string }): number | null =>
  instantOf(moment) ?? instantOf(at);

/** Moments of fields and of pasted lines are often told to the minute: what differs by less is the same. */
export const A_MINUTE = 60_000;

/** "23 min", "2 h 5 min", "3 d 4 h", "40 s": a length of time in its own words. Seconds only below an hour. */
export function lengthInWords(milliseconds: number): string {
  const exact = Math.round(milliseconds / 1_000);
  const seconds = exact < 3_600 ? exact : Math.round(exact / 60) * 60;
  const parts: Array<[number, string]> = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3_600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ];
  const told = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}`);
  return told.join(' ') || '0 min';
}
