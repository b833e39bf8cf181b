import type { Found } from './fact';

const ABOUT =
  /(?:~|(?:\b(?:approx\.?|approximately|about|around|roughly|circa|ca\.|nearly|almost|some|estimated))\s{1,2}(?:the\s|an?\s|at\s)?)$/i;
const BELOW =
  /(?:<=?|\b(?:less|fewer|lower|earlier|older) than|\b(?:below|under|before|up to|at most|no more than|within))\s{0,2}$/i;
const ABOVE =
  /(?:>=?|\b(?:more|greater|higher|later|newer|longer) than|\b(?:above|over|at least|exceed(?:ed|ing|s)?|beyond|after))\s{0,2}$/i;

/** Whether a number is said to be about, below or above its value. */
export function hedgesBefore(text: string, at: number): Pick<Found, 'approximate' | 'bound'> {
  const before = text.slice(Math.max(0, at - 24), at);
  const bound = BELOW.test(before) ? '<' : ABOVE.test(before) ? '>' : undefined;
  return { ...(ABOUT.test(before) && { approximate: true }), ...(bound && { bound }) };
}
