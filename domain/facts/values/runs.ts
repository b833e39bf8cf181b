import { LONGEST_WORD, meaningOf } from './vocabulary';

/** What a run is made of and stands beside; bits of one number with those of `vocabulary.ts`. */
export const DIGIT_FIRST = 1 << 0;
export const DIGIT = 1 << 1;
export const LETTER = 1 << 2;
export const CAPITAL_FIRST = 1 << 3;
export const CAPITAL_WITHIN = 1 << 4;
export const UNDERSCORE = 1 << 5;
export const AFTER_DOT = 1 << 6;
export const BEFORE_DOT = 1 << 7;
export const BEFORE_COLON = 1 << 8;
export const FOUR_DIGITS = 1 << 9;
export const ONE_OR_TWO_DIGITS = 1 << 10;
/** Figures and the letters a to f, at least seven, of either one. */
export const LONG_HEX = 1 << 11;
/** This run, with those that hyphens join to it, has letters and figures. */
export const MIXED_CHAIN = 1 << 12;
export const EIGHT = 1 << 13;

const SHORTEST_HASH = 7;
const HYPHEN = 45;
const DOT = 46;
const COLON = 58;

/** The bits that a character gives its run; 0 for one that ends it. */
const GIVES = new Uint8Array(128);
const SMALL_A_TO_F = 64;
const IN_RUN = 128;
for (let code = 48; code <= 57; code += 1) GIVES[code] = IN_RUN | DIGIT;
for (let code = 65; code <= 90; code += 1) GIVES[code] = IN_RUN | LETTER | CAPITAL_WITHIN;
for (let code = 97; code <= 122; code += 1) GIVES[code] = IN_RUN | LETTER | (code < 103 ? SMALL_A_TO_F : 0);
GIVES[95] = IN_RUN | UNDERSCORE;
const givenBy = (code: number): number => (code < 128 ? (GIVES[code] as number) : 0);

/**
 * The runs of letters, figures and underscores of a text (as `\w` has them), each with what it is made of. Patterns
 * are tried where a run lets them match and nowhere else: most words begin no value, and to ask every character with
 * sixty patterns was most of what reading a text cost.
 */
export class Runs {
  /** Where each run begins, and where the figures at its end do. */
  readonly starts: number[] = [];
  readonly tails: number[] = [];
  readonly made: number[] = [];
  /** What any of them is made of. */
  private all = 0;
  private readonly places = new Map<number, readonly number[]>();

  constructor(text: string) {
    const ends: number[] = [];
    for (let at = 0; at < text.length; at += 1) {
      if (givenBy(text.charCodeAt(at)) === 0) continue;
      at = this.take(text, at);
      ends.push(at);
    }
    for (let run = this.starts.length - 1, chain = 0; run >= 0; run -= 1) {
      const made = this.made[run] as number;
      if (!joins(text, ends[run] as number, this.starts[run + 1])) chain = 0;
      chain |= made & (DIGIT | LETTER);
      if (chain === (DIGIT | LETTER)) this.made[run] = made | MIXED_CHAIN;
      this.all |= this.made[run] as number;
    }
  }

  /** Takes the run that begins at a place, and answers with its end. */
  private take(text: string, start: number): number {
    let all = 0;
    let within = 0;
    let isHex = true;
    let tail = start;
    let at = start;
    for (let gives = givenBy(text.charCodeAt(at)); gives !== 0; gives = givenBy(text.charCodeAt(at))) {
      if (at > start) within |= gives;
      all |= gives;
      at += 1;
      if ((gives & DIGIT) === 0) tail = at;
      if ((gives & (DIGIT | SMALL_A_TO_F)) === 0) isHex = false;
    }
    const length = at - start;
    const first = givenBy(text.charCodeAt(start));
    let made = (all & (DIGIT | LETTER | UNDERSCORE)) | (within & CAPITAL_WITHIN);
    if ((first & DIGIT) !== 0) made |= DIGIT_FIRST;
    if ((first & CAPITAL_WITHIN) !== 0) made |= CAPITAL_FIRST;
    if (tail === start) made |= length === 4 ? FOUR_DIGITS : length <= 2 ? ONE_OR_TWO_DIGITS : 0;
    if (length === 8) made |= EIGHT;
    if (isHex && length >= SHORTEST_HASH && (made & DIGIT) !== 0 && (made & LETTER) !== 0) made |= LONG_HEX;
    if ((made & DIGIT) === 0 && length <= LONGEST_WORD) made |= meaningOf(text.slice(start, at));
    const behind = text.charCodeAt(at);
    if (behind === DOT) made |= BEFORE_DOT;
    else if (behind === COLON) made |= BEFORE_COLON;
    if (text.charCodeAt(start - 1) === DOT) made |= AFTER_DOT;
    this.starts.push(start);
    this.tails.push(tail);
    this.made.push(made);
    return at;
  }

  /** Which runs have all bits of one of these, in order. */
  withAny(wanted: readonly number[]): readonly number[] {
    const possible = wanted.filter((bits) => (this.all & bits) === bits);
    const [first, ...others] = possible;
    if (first === undefined) return [];
    const known = others.length === 0 ? this.places.get(first) : undefined;
    if (known) return known;
    const { made } = this;
    const found: number[] = [];
    for (let run = 0; run < made.length; run += 1) {
      const own = made[run] as number;
      if ((own & first) === first || others.some((bits) => (own & bits) === bits)) found.push(run);
    }
    if (others.length === 0) this.places.set(first, found);
    return found;
  }
}

/** Whether nothing but hyphens stands between two runs. */
function joins(text: string, end: number, next: number | undefined): boolean {
  if (next === undefined) return false;
  for (let at = end; at < next; at += 1) if (text.charCodeAt(at) !== HYPHEN) return false;
  return true;
}

/** Whether a character is part of a run. */
export const isInRun = (code: number): boolean => givenBy(code) !== 0;
