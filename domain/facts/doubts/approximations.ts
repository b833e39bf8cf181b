import type { Finding } from '../finding';

/** "approx. 40", "~13": the figure is the author's guess. */
const APPROXIMATE =
  /(?:\b(?:approx\.?|approximately|about|around|roughly|circa|nearly|almost|an estimated|estimated(?: at)?)|[~≈])\s*(\d[\d.,:]*\d|\d)/giu;
const MAY_PRECEDE =
  /(?:\b(?:approx\.?|approximately|about|around|roughly|circa|ca\.|nearly|almost|some|estimated(?: at)?|close to|or so|more or less|over|under|more than|less than|up to|at least)|[~≈<>])\s*$/iu;
const LONGEST_HEDGE = 24;
/** More guesses than this are not searched for; it bounds the work. */
const MOST_FIGURES = 60;

/** Figures that the source gives as approximate and the draft as exact. */
export function checkApproximations(source: string, draft: string): Finding[] {
  const guessed = new Map<string, string>();
  for (const found of source.matchAll(APPROXIMATE)) {
    const figure = found[1] as string;
    if (guessed.size < MOST_FIGURES && !guessed.has(figure)) guessed.set(figure, found[0]);
  }
  const findings: Finding[] = [];
  for (const [figure, instead] of guessed) {
    const inSource = placesOf(figure, source);
    if (inSource.some((at) => !isApproximate(source, at))) continue;
    const places = placesOf(figure, draft);
    if (places.some((at) => isApproximate(draft, at))) continue;
    for (const start of places) {
      findings.push({
        kind: 'hedge',
        value: figure,
        start,
        end: start + figure.length,
        severity: 'hard',
        instead,
      });
    }
  }
  return findings;
}

const isApproximate = (text: string, at: number): boolean =>
  MAY_PRECEDE.test(text.slice(Math.max(0, at - LONGEST_HEDGE), at)) ||
  /^[\d.,:]+\s*(?:\p{L}+\s+)?(?:or so|approximately|approx|\+)/iu.test(
    text.slice(at, at + LONGEST_HEDGE + 16),
  );

function placesOf(figure: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(figure); at >= 0; at = text.indexOf(figure, at + figure.length)) {
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + figure.length, at + figure.length + 2);
    if (/[\p{L}\d_-]$|\d[.,:]$/u.test(before) || /^(?:\d|[.,:]\d)/.test(after)) continue;
    places.push(at);
  }
  return places;
}
