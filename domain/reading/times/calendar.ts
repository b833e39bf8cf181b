/** Months by the first three letters of their names, in order. */
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** The days of the week, as they are told, Sunday being 0. */
export const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** The name of a month as people write it, whole or short, for a pattern; a full stop may follow. */
export const MONTH_NAME =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';

/** 1 to 12 by the first three letters of a name, whatever its capitals; 0 for another word. */
export const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** 0 to 6 from Sunday by the first three letters of a name; -1 for another word. */
export function weekdayOf(name: string): number {
  const short = name.slice(0, 3).toLowerCase();
  return WEEKDAYS.findIndex((day) => day.toLowerCase().startsWith(short));
}

/** The hour of the day, 0 to 23, of an hour told with "am" or "pm"; of one told without, as it is. */
export const hourOfDay = (told: number, half: string | undefined): number =>
  half ? (told % 12) + (/^p/i.test(half) ? 12 : 0) : told;
