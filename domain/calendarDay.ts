const formats = new Map<string, Intl.DateTimeFormat>();

/** Swedish writes a day as ISO does. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formats.set(zone, format);
  return format;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The calendar day of a moment where somebody is: `2026-03-01`. Null where there is none, and for a moment that no
 * calendar of four digits holds: other clients store the year 12026 too.
 * @param moment ISO 8601 with its offset
 * @param zone an IANA name, `Europe/Rome`
 */
export function calendarDay(moment: string | null, zone: string): string | null {
  const time = moment === null ? Number.NaN : Date.parse(moment);
  if (Number.isNaN(time)) return null;
  const day = formatOf(zone).format(time);
  return DAY.test(day) ? day : null;
}

/** Whether a text is a day that the calendar has: `2026-02-29` is not. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
