import { pick, type Random } from './factsCorpus';

/** A value as it stands in a text, found by patterns that are not the fact check's. */
interface Value {
  kind: string;
  text: string;
  at: number;
}

const PATTERNS: [kind: string, pattern: RegExp][] = [
  ['code', /`[^`\n]{3,80}`/g],
  ['url', /https?:\/\/[^\s)|]+/g],
  ['date', /\b20\d\d-\d\d-\d\d\b/g],
  ['version', /\bv?\d+\.\d+\.\d+\b(?!\.)/g],
  ['time', /(?<![\d:])\d{1,2}:[0-5]\d(?![\d:])/g],
  ['id', /\b[A-Z]{2,5}-\d{2,6}\b|#\d{3,6}\b/g],
  ['region', /\b(?:us|eu)-(?:west|east|central)-\d[a-c]?\b/g],
  [
    'duration',
    /(?<![\w.:-])(?:\d+ ?h(?:ours?)? (?=\d))?\d+(?:\.\d+)? ?(?:hours?|minutes?|mins?|min|seconds?|days?|h|m|ms|s)\b/g,
  ],
  ['percentage', /(?<![\w.:])\d+(?:\.\d+)? ?%/g],
  [
    'number',
    /(?<![\w.,:/#%$-])(?:\d{1,3}(?:,\d{3})+|\d+)(?= [a-z]{3,})(?! (?:hours?|min|sec|days?|of\b|AM|PM))/g,
  ],
];

export function valuesOf(text: string): Value[] {
  const taken = new Uint8Array(text.length);
  const found: Value[] = [];
  // What asks is no statement, and list numbers and headings are no values.
  for (const match of text.matchAll(/\[TODO[^\]]*\]|^ *\d+\. |"[^"\n]*"|“[^”\n]*”/gm))
    taken.fill(1, match.index, match.index + match[0].length);
  for (const [kind, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      if (taken.subarray(match.index, match.index + match[0].length).some(Boolean)) continue;
      taken.fill(1, match.index, match.index + match[0].length);
      found.push({ kind, text: match[0], at: match.index });
    }
  }
  return found;
}

export interface Damage {
  text: string;
  /** What a finding's value must share characters with to count. */
  values: string[];
  kind: string;
}

const replaceAt = (text: string, { at, text: old }: Value, by: string): string =>
  text.slice(0, at) + by + text.slice(at + old.length);

/** Changes one figure or letter of one value to something that the text does not say anywhere. */
export function altered(text: string, random: Random): Damage | null {
  const values = valuesOf(text);
  for (let attempt = 0; attempt < 8 && values.length > 0; attempt += 1) {
    const value = pick(random, values);
    const places = [...value.text.matchAll(/\d/g)].map(({ index }) => index);
    let by: string;
    if (places.length > 0) {
      const place = pick(random, places);
      by = value.text.slice(0, place) + String(Math.floor(random() * 10)) + value.text.slice(place + 1);
    } else {
      const letters = [...value.text.matchAll(/[a-z]/g)].map(({ index }) => index);
      if (letters.length === 0) continue;
      const place = pick(random, letters);
      by = `${value.text.slice(0, place)}q${value.text.slice(place + 1)}`;
    }
    if (by === value.text || text.includes(by) || !plausible(value.kind, by)) continue;
    return { text: replaceAt(text, value, by), values: [by, value.text], kind: value.kind };
  }
  return null;
}

function plausible(kind: string, text: string): boolean {
  const [a = 0, b = 0, c = 0] = text.split(/[^\d]+/).map(Number);
  if (kind === 'date') return b >= 1 && b <= 12 && c >= 1 && c <= 28;
  if (kind === 'time') return a <= 23 && b <= 59;
  return !/^0\d/.test(text);
}

/** Takes one value out that the text has once. */
export function dropped(text: string, random: Random): Damage | null {
  const values = valuesOf(text);
  const single = values.filter((value) => text.split(value.text.replace(/`/g, '')).length === 2);
  if (single.length === 0) return null;
  const value = pick(random, single);
  return { text: replaceAt(text, value, 'some'), values: [value.text], kind: value.kind };
}

const INVENTED = [
  'at 03:37',
  'for 43 minutes',
  'affecting 7,431 users',
  'with 17.3 % errors',
  'on 2019-06-17',
  'in ap-southeast-2',
  'with release 9.8.17',
  'as OPS-90210 says',
  'on host db9.example.net',
  'from 192.0.2.77',
  'costing $91,000',
  'with `purge --hard`',
  'with ERR_QUEUE_STUCK',
  'for 3.7 hours',
  'after 61 retries',
  'with 94 GB of heap',
  'at 4:59 am',
  'in commit 9e8d7c6b',
  'see https://wiki.example.com/x9',
  'under /opt/stuck/queue.db',
];

/** Adds one value to the end of a sentence. */
export function added(text: string, random: Random): Damage | null {
  const ends = [
    ...text.replace(/\[TODO[^\]]*\]/g, (todo) => ' '.repeat(todo.length)).matchAll(/[a-z](?=\.(?:\s|$)|\n)/g),
  ];
  const value = pick(random, INVENTED);
  const at = ends.length > 0 ? pick(random, ends).index + 1 : text.length;
  return { text: `${text.slice(0, at)} ${value}${text.slice(at)}`, values: [value], kind: 'added' };
}

/** Lets two different values of one kind change places. */
export function swapped(text: string, random: Random): Damage | null {
  const values = valuesOf(text).filter(({ kind }) => !['code', 'url'].includes(kind));
  for (let attempt = 0; attempt < 12 && values.length > 1; attempt += 1) {
    const one = pick(random, values);
    const others = values.filter(({ kind, text: other }) => kind === one.kind && other !== one.text);
    if (others.length === 0) continue;
    const other = pick(random, others);
    const [first, second] = one.at < other.at ? [one, other] : [other, one];
    const changed = replaceAt(replaceAt(text, second, first.text), first, second.text);
    return { text: changed, values: [one.text, other.text], kind: one.kind };
  }
  return null;
}
