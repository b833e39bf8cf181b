import { type Duration, durationsIn, lengthOf } from '../reading/times/points';
import type { Hint } from './hint';

/** What a duration may be the length of; the words of a group mean the same. */
const THINGS: ReadonlyArray<[thing: string, words: RegExp]> = [
  [
    'the outage',
    /^[\s-]*(?:of )?(?:an? )?(?:(?:total|full|complete|partial|service|active|user|customer)[ -])*(?:outage|downtime|impact|interruption)\b/i,
  ],
  ['the delay', /^[\s-]*(?:of )?(?:detection )?delay\b/i],
];
const BEFORE: ReadonlyArray<[thing: string, words: RegExp]> = [
  [
    'the outage',
    /\b(?:outage|downtime|impact duration|duration|down|unavailable|unreachable)\W{0,4}(?:lasted|was|of|for|is)?\W{0,4}(?:about|around|approximately|roughly|~)?\W*$/i,
  ],
];
const REACH = 36;
const EXACT_WITHIN = 1;
const ABOUT_WITHIN = 0.15;

interface Stated extends Duration {
  thing: string;
  where: string;
}

/** Two lengths for one outage, two sizes for one memory limit: shown with both figures. */
export function checkFigures(texts: ReadonlyArray<[where: string, text: string]>): Hint[] {
  const firsts = new Map<string, Stated>();
  const hints: Hint[] = [];
  for (const [where, text] of texts) {
    for (const duration of durationsIn(text)) {
      const thing = thingOf(text, duration);
      if (!thing) continue;
      const first = firsts.get(thing);
      const stated = { ...duration, thing, where };
      if (!first) firsts.set(thing, stated);
      else if (!same(first, stated)) hints.push(hintOf(first, stated));
    }
  }
  return [...hints, ...checkSizes(texts)];
}

function thingOf(text: string, { start, end }: Duration): string | undefined {
  const after = text.slice(end, end + REACH);
  const before =
    text
      .slice(Math.max(0, start - REACH), start)
      .split('\n')
      .at(-1) ?? '';
  return (THINGS.find(([, words]) => words.test(after)) ??
    BEFORE.find(([, words]) => words.test(before)))?.[0];
}

function same(one: Stated, other: Stated): boolean {
  const apart = Math.abs(one.minutes - other.minutes);
  if (!one.approximate && !other.approximate) return apart <= EXACT_WITHIN;
  return apart <= Math.max(one.minutes, other.minutes) * ABOUT_WITHIN;
}

const hintOf = (first: Stated, { thing, where, start, end, value, minutes }: Stated): Hint => ({
  kind: 'two-figures',
  message: `${value} here and ${first.value} in ${first.where} are both given for ${thing} (${lengthOf(minutes)} and ${lengthOf(first.minutes)}).`,
  where,
  start,
  end,
  value,
});

const SIZE =
  /\b(memory|disk|storage|heap)\b[^.\n\d]{0,24}?(\d+(?:\.\d+)?)\s?([KMGT]i?B?)\b|(?<![\w.])(\d+(?:\.\d+)?)\s?([KMGT]i?B?) (memory|disk|storage|heap)\b/gi;
/** Figures further apart than this were probably meant to differ. */
const SLIP = 0.2;

function checkSizes(texts: ReadonlyArray<[where: string, text: string]>): Hint[] {
  const firsts = new Map<string, { amount: number; value: string }>();
  const hints: Hint[] = [];
  for (const [where, text] of texts) {
    for (const found of text.matchAll(SIZE)) {
      const amount = Number(found[2] ?? found[4]);
      const key = `${(found[1] ?? found[6])?.toLowerCase()} ${(found[3] ?? found[5])?.toLowerCase()}`;
      const value = found[0];
      const first = firsts.get(key);
      if (!first) firsts.set(key, { amount, value });
      else if (
        first.amount !== amount &&
        Math.abs(first.amount - amount) <= SLIP * Math.max(first.amount, amount)
      ) {
        const message = `“${value}” here, “${first.value}” before: was it changed twice, or is one a slip?`;
        hints.push({
          kind: 'two-figures',
          message,
          where,
          start: found.index,
          end: found.index + value.length,
          value,
        });
      }
    }
  }
  return hints;
}
