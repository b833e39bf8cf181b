import {
  amountOf,
  MULTIPLIERS,
  NUMBER_IN_FIGURES,
  NUMBER_IN_WORDS,
  RANKS,
  rankOf,
} from '../../reading/amounts/numberWords';
import {
  binaryKey,
  CLOCK_UNIT,
  CURRENCY,
  currencyOf,
  exact,
  quantityKey,
  UNIT,
  unitOf,
} from '../../reading/amounts/unitsOfMeasure';
import { matchesIn } from '../../reading/text/matches';
import { hedgesBefore } from './bounds';
import type { Collector, Fact, Found } from './fact';
import { DIGIT_FIRST, LETTER } from './runs';
import { readSpokenAmounts } from './spokenAmounts';
import { ARTICLE, NUMBER_WORD, RANK_WORD, VAGUE_AMOUNTS, VAGUE as VAGUE_WORD } from './vocabulary';

const NUMBER = `(?:${NUMBER_IN_FIGURES}|(?<![\\w-])(?:${NUMBER_IN_WORDS})(?!\\w))`;
const BEFORE = '(?<![\\w.])(?<!\\d[,:])(?<!(?<!\\d[a-z]?)[A-Za-z]-)';
const AFTER = '(?![\\w]|\\.\\d|,\\d{3}(?!\\d))';

const QUANTITY = new RegExp(
  `${BEFORE}(${CURRENCY})?\\s?(${NUMBER})(\\+)?(?:[\\s-]?(k|thousand|mn|mio|million|bn|billion|trillion|hundred|dozen|M|B)(?![\\w/]))?(?:(?:\\s(?:more|additional|further|extra|full|whole|consecutive|straight))?[\\s-]?(${UNIT}))?${AFTER}(\\s?\\+)?`,
  'iy',
);
const COMPOUND = new RegExp(
  `${BEFORE}(?:${NUMBER})[\\s-]?${CLOCK_UNIT}(?:(?:,?\\s(?:and\\s)?|,)?(?:${NUMBER})[\\s-]?${CLOCK_UNIT}){1,4}(?!\\w)`,
  'iy',
);
const PART = new RegExp(`(${NUMBER})[\\s-]?(${CLOCK_UNIT})`, 'gi');
const RANK = new RegExp(`(?<![\\w.])(?:(\\d{1,4})(?:st|nd|rd|th)|(${RANKS}))(?![\\w])`, 'iy');
/** Behind these "an hour" is a figure; elsewhere it may be a manner of speaking. */
const MEASURES =
  /\b(?:for|after|about|approximately|around|nearly|almost|took|lasted|within|over|under|than|roughly|half)\s$/i;
/** "One to two hours": the unit is said once for both. */
const UNIT_OF_RANGE = new RegExp(`^\\s?(?:-|to|or|and)\\s?${NUMBER}[\\s-]?(${UNIT})`, 'i');
/** Without a unit a fraction may be a version or a section: its figures stay as written. */
const bare = (figures: string, value: number): string =>
  /^\d*\.\d+$/.test(figures) ? `n:${figures.replace(/^\./, '0.')}` : `n:${exact(value)}`;

/** Durations, percentages, money, sizes and counts. */
export function readQuantities(collector: Collector): void {
  const months = monthsOf(collector.facts);
  const figures = { at: [DIGIT_FIRST, NUMBER_WORD], lead: leadOf };
  collector.take(COMPOUND, (match) => compound(match, collector.text), figures);
  readSpokenAmounts(collector);
  collector.take(
    /\ban?\s(second|minute|hour|day|week|fortnight|month|year)\b/iy,
    (match) => ({
      kind: 'duration',
      keys: [quantityKey(1, match[1] as string)],
      ...(!MEASURES.test(match.input.slice(Math.max(0, match.index - 14), match.index)) && { weak: true }),
    }),
    { at: [ARTICLE] },
  );
  collector.take(QUANTITY, (match) => quantity(match, collector.text), figures);
  shareUnits(collector.facts, collector.reading.text);
  collector.take(
    VAGUE_AMOUNT,
    ([word]) => ({
      kind: 'number',
      keys: VAGUE[word.toLowerCase().slice(0, 4)] ?? [],
      weak: true,
    }),
    { at: [VAGUE_WORD] },
  );
  collector.take(
    RANK,
    ([, figures, word]) => ({
      kind: 'number',
      // "the 9th" is a day of a month that the text names elsewhere.
      keys: [
        `o:${figures ?? rankOf(word as string)}`,
        ...(figures ? months.map((month) => `d:${month}-${figures}`) : []),
      ],
      ...(word && { weak: true }),
    }),
    { at: [DIGIT_FIRST | LETTER, RANK_WORD] },
  );
}

/** "Declined 23 % of payments instead of 1.5": what is compared with a share is one. */
const COMPARED =
  /^[^.!?\n]{0,60}?\b(?:instead of|rather than|compared (?:to|with)|vs\.?|versus|(?:up|down) from)\s~?$/i;

/** "Versus 4 cores" compares with something else. */
const ENDS_A_SHARE =
  /^\s{0,2}(?:[.,;:)]|$|\n|(?:and|but|in|on|at|before|after|as|which|last|yesterday|usually|normally)\b)/i;
const LONGEST_JOINT = 12;

function shareUnits(facts: readonly Fact[], text: string): void {
  const measured = facts
    .filter(({ kind }) => kind === 'percentage' || kind === 'number')
    .sort((a, b) => a.from - b.from);
  for (const [index, share] of measured.entries()) {
    const next = measured[index + 1];
    if (share.kind !== 'percentage' || next?.kind !== 'number') continue;
    const bareKey = next.keys.find((key) => key.startsWith('n:'));
    if (!bareKey || !COMPARED.test(text.slice(share.to, next.from))) continue;
    if (!ENDS_A_SHARE.test(text.slice(next.to, next.to + LONGEST_JOINT))) continue;
    next.kind = 'percentage';
    next.keys = [`q:%:${bareKey.slice(2)}`, ...next.keys];
  }
}

const VAGUE_AMOUNT = new RegExp(`\\b(?:${VAGUE_AMOUNTS})\\b`, 'iy');

/** A currency, white space or a decimal point may stand before the figures that a run begins with. */
const LEADS = /[\s.$€£¥a-egprsu]/i;
const LONGEST_LEAD = 6;

function leadOf(text: string, start: number): number {
  let lead = 0;
  while (lead < LONGEST_LEAD && LEADS.test(text.charAt(start - lead - 1))) lead += 1;
  return lead;
}

const VAGUE: Record<string, string[]> = {
  both: ['n:2'],
  twic: ['n:2', 'q:x:2'],
  doub: ['n:2', 'q:x:2'],
  sing: ['n:1'],
  pair: ['n:2'],
  half: ['n:0.5', 'q:%:50'],
  halv: ['q:%:50'],
  coup: ['n:2'],
  once: ['n:1'],
  none: ['n:0'],
  no: ['n:0'],
  trip: ['n:3', 'q:x:3'],
  quar: ['q:%:25'],
};

/** "5 hours and 26 minutes", "0h 16m": each part smaller than the one before. */
function compound(match: RegExpExecArray, text: string): Found | null {
  let seconds = 0;
  let last = Number.POSITIVE_INFINITY;
  for (const [, number, unit] of matchesIn(match[0], PART)) {
    const factor = unitOf(unit as string)?.[1] as number;
    if (factor >= last) return null;
    last = factor;
    seconds += amountOf(number as string) * factor;
  }
  return { kind: 'duration', keys: [`q:s:${exact(seconds)}`], ...hedgesBefore(text, match.index) };
}

const KINDS: Record<string, string> = {
  s: 'duration',
  month: 'duration',
  '%': 'percentage',
  pp: 'percentage',
  USD: 'money',
  EUR: 'money',
  GBP: 'money',
  JPY: 'money',
  B: 'size',
};

function quantity(match: RegExpExecArray, text: string): Found | null {
  const [whole, currency, figures = '', plus, multiplier, unit, latePlus] = match;
  const value = amountOf(figures) * multiple(multiplier);
  if (Number.isNaN(value)) return null;
  const lead = /^\s/.test(whole) ? 1 : 0;
  const place = { from: lead, to: whole.length, ...hedgesBefore(text, match.index + lead) };
  const bound = plus || latePlus ? ({ bound: '>' } as const) : {};
  if (currency)
    return {
      kind: 'money',
      keys: [`q:${currencyOf(currency)}:${exact(value)}`],
      loose: [`n:${exact(value)}`],
      ...place,
      ...bound,
    };
  if (unit) return { ...measured(figures, value, unit), ...place, ...bound };
  const keys = [multiplier ? `n:${exact(value)}` : bare(figures, value)];
  if (multiplier === 'm') {
    // "8m" is eight minutes, or eight million.
    return { kind: 'duration', keys: [quantityKey(amountOf(figures), 'min'), ...keys], ...place };
  }
  if (multiplier) return { kind: 'number', keys, ...place, ...bound };
  const after = text.slice(match.index + whole.length, match.index + whole.length + 32);
  const shared = /^\s?(?:-|to|or|and)/.test(after) && UNIT_OF_RANGE.exec(after)?.[1];
  if (shared) keys.push(quantityKey(value, shared));
  if (/^\d+\.\d+$/.test(figures)) keys.push(`v:${figures}`);
  const time = /^(\d{1,2})\.([0-5]\d)$/.exec(figures);
  if (time && Number(time[1]) < 24) keys.push(`t:${Number(time[1]) * 60 + Number(time[2])}`);
  if (/^(?:19|20)\d\d$/.test(figures)) {
    const counts = /^\s[a-z]+s\b/.test(after);
    keys.splice(counts ? 1 : 0, 0, `y:${figures}`);
  }
  // "Three times" is 3x as well.
  if (/^\stimes\b/i.test(after)) keys.push(`q:x:${exact(value)}`);
  const isWord = !/\d/.test(figures);
  if (
    isWord &&
    value === 1 &&
    !/\b(?:only|just|exactly|least)\s$/i.test(
      text.slice(Math.max(0, match.index + lead - 9), match.index + lead),
    )
  ) {
    return { kind: 'number', keys, weak: true, ...place };
  }
  return { kind: 'number', keys, ...place, ...bound };
}

function measured(
  figures: string,
  value: number,
  unit: string,
): Pick<Found, 'kind' | 'keys' | 'loose' | 'weak'> {
  const [dimension] = unitOf(unit) ?? [''];
  const keys = [quantityKey(value, unit), ...binaryKey(value, unit)];
  // "8m" is eight minutes, or eight million.
  if (unit === 'm' || unit === 'M') keys.push(`n:${exact(value * 1e6)}`);
  // "503s" are responses, or seconds.
  if (unit === 's' && /^[45]\d\d$/.test(figures)) keys.push(`n:${figures}`);
  return { kind: KINDS[dimension] ?? 'number', keys, loose: [bare(figures, value)] };
}

function multiple(multiplier: string | undefined): number {
  if (!multiplier) return 1;
  if (multiplier === 'M' || multiplier === 'm') return 1e6;
  if (/^b$/i.test(multiplier)) return 1e9;
  return MULTIPLIERS[multiplier.toLowerCase()] ?? 1;
}

const monthsOf = (facts: readonly Fact[]): string[] => [
  ...new Set(facts.flatMap(({ keys }) => /^d:(\d+)-/.exec(keys[0] as string)?.[1] ?? [])),
];
