/** Seconds or milliseconds since 1970, as exports have them: no clock of any zone shows it. */
const SINCE_1970 = /^\d{10}(?:\.\d+|\d{3})?$/;
/** A zone behind a time, by its form: what pages load to read times is not worth its size here. */
const WITH_ZONE =
  /\d\s?(?:[aApP]\.?[mM]\.?\s?)?\(?(?:Z|(?:UTC|GMT)(?:\s?[+-]\s?\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}|MSK|[A-Z]{1,4}T|[A-Z][a-z]+\/[A-Za-z_/]+)\)?\s*$/;

/** When an entry happened, as its readers are told it: with its zone, unless the words tell one themselves. */
export function toldTime({ at, zone }: { at: string; zone?: string }): string {
  const words = at.trim();
  if (!zone || words.includes(zone) || SINCE_1970.test(words) || WITH_ZONE.test(words)) return at;
  return `${at} ${zone}`;
}
