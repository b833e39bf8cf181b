import { phraseAt } from './phrases';

/** Seconds or milliseconds since 1970, as exports have them: no clock of any zone shows it. */
const SINCE_1970 = /^\d{10}(?:\.\d+|\d{3})?$/;

/** When an entry happened, as its readers are told it: with its zone, unless the words tell one themselves. */
export function toldTime({ at, zone }: { at: string; zone?: string }): string {
  const words = at.trim();
  if (!zone || words.includes(zone) || SINCE_1970.test(words) || phraseAt(words)?.zone) return at;
  return `${at} ${zone}`;
}
