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
