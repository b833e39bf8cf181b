import { codeSpans, type Span } from './codeSpans';

/** Stands where something was already read; no pattern of a fact matches it. */
export const READ = '\uFFFC';

/**
 * A text as the patterns of facts read it: typography made plain, Markdown's marks gone, and code, questions
 * and list numbers blotted out.
 */
export interface Reading {
  original: string;
  text: string;
  /** The same without anything blotted out, for looking a literal up. */
  readonly plain: string;
  origin: Origin;
  code: Span[];
}

/** Typographic characters that NFKC leaves, and what they are typed as. */
const PLAIN: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '″': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '⁄': '/',
  '≤': '<',
  '≥': '>',
  '≈': '~',
  '∼': '~',
  '→': '>',
  '¼': '.25',
  '½': '.5',
  '¾': '.75',
  // Between digits these group thousands, where an ordinary space does not.
  '\u00a0': '\u00a0',
  '\u2009': '\u00a0',
  '\u202f': '\u00a0',
  '\u2007': '\u00a0',
};
// biome-ignore lint/suspicious/noMisleadingCharacterClass: each is meant by itself
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]|\p{M}/u;
const TODO = /\[\s*(?:TODO|TBC|TBD)\b(?:[^\]\n]|\n(?![ \t]*\n)){0,600}\]/gi;
/** Emphasis, escapes and line breaks: marks of Markdown that say nothing. */
const MARKS =
  /\*{1,3}(?:(?=[\p{L}\p{N}"'([$€£~<#_\uFFFC])|(?<=[\p{L}\p{N}"')\]%.:,;!?_\uFFFC]\*{1,3}))|_{1,3}(?:(?<![\p{L}\p{N}_/.-]_{1,3})(?=[\p{L}\p{N}"'(~*])|(?<=[\p{L}\p{N}"')%.:,;!?*]_{1,3})(?![\p{L}\p{N}_]))|\\(?=[!-/:-@[-`{-~])|~~(?=\S)/u;
const HEADING_NUMBER = /^( {0,3}#{1,6}[ \t]+)(\d{1,3}(?:\.\d{1,3})*[.):]?)(?=[ \t])/gm;
const LIST_NUMBER = /^([ \t>|]{0,40})(\d{1,3})[.)](?=[ \t]|$)/;
const BREAK = /<br\s{0,3}\/?>/gi;

/** Prepares a text for reading. Never throws; time grows with the text's length. */
export function read(original: string): Reading {
  const code = codeSpans(original);
  const blotted = blot(original, code);
  let marked = withoutEnumeration(blotted);
  if (marked.includes('[')) marked = marked.replace(TODO, (match) => READ.repeat(match.length));
  if (marked.includes('<')) marked = marked.replace(BREAK, (match) => ' '.repeat(match.length));
  if (marked.includes('#'))
    marked = marked.replace(
      HEADING_NUMBER,
      (_all, hashes: string, number: string) => hashes + ' '.repeat(number.length),
    );
  marked = withoutListNumbers(marked);
  const { text, origin } = plainly(marked);
  let plain = marked === original ? text : undefined;
  return {
    original,
    text,
    // Most checks look no literal up.
    get plain() {
      plain ??= plainly(original).text;
      return plain;
    },
    origin,
    code,
  };
}

function blot(text: string, spans: readonly Span[]): string {
  let result = '';
  let from = 0;
  for (const { start, end } of spans) {
    result += text.slice(from, start) + READ.repeat(end - start);
    from = end;
  }
  return result + text.slice(from);
}

/**
 * Makes the numbers of ordered lists bullets. A wrapped line may begin with a figure and a full stop: a number is
 * a marker when it starts a block, is 1, or follows the list's last number.
 */
function withoutListNumbers(text: string): string {
  let last = Number.NaN;
  let afterBlank = true;
  return text
    .split('\n')
    .map((line) => {
      const found = LIST_NUMBER.exec(line);
      const number = Number(found?.[2]);
      const marks = found && (afterBlank || number === 1 || number === last + 1 || number === last);
      afterBlank = line.trim() === '' || /^ {0,3}#/.test(line);
      if (!marks) return line;
      last = number;
      const indent = (found[1] as string).length;
      return `${line.slice(0, indent)}-${' '.repeat(found[0].length - indent - 1)}${line.slice(found[0].length)}`;
    })
    .join('\n');
}

/** "(1) … (2) …" and "First this. 1. … 2. …" within a paragraph: numbers that count from 1 on, at least two. */
function withoutEnumeration(text: string): string {
  // No text without a 1 counts from 1 on.
  if (!/1[.)]\s/.test(text)) return text;
  const marks = [
    ...text.matchAll(/(?<=^|[.!?:;,]\s{1,3}|\n)(?:\(\d{1,2}\)|\d{1,2}[.)])(?=\s)|(?<=\s)\(\d{1,2}\)(?=\s)/g),
  ];
  const numbers = marks.map(([mark]) => Number(mark.replace(/\D/g, '')));
  const counted = new Set<number>();
  for (let first = 0; first < marks.length; first += 1) {
    if (numbers[first] !== 1 || numbers[first + 1] !== 2) continue;
    for (let next = first; numbers[next] === next - first + 1; next += 1) counted.add(next);
  }
  let result = '';
  let at = 0;
  for (const index of counted) {
    const mark = marks[index] as RegExpExecArray;
    const opensLine = mark.index === 0 || text.charAt(mark.index - 1) === '\n';
    result += text.slice(at, mark.index) + (opensLine ? '-' : ' ').padEnd(mark[0].length);
    at = mark.index + mark[0].length;
  }
  return result + text.slice(at);
}

const MARK = new RegExp(MARKS.source, 'uy');
/** What a mark may begin with. */
const MAY_MARK = /[*_\\~]/;

/** What a character is when marks and white space beyond one are looked for, by its code in ASCII. */
const ORDINARY = 0;
const SPACE = 1;
const LINE_END = 2;
const MAYBE_MARK = 3;
const kindOf = (code: number): number => {
  const character = String.fromCharCode(code);
  if (character === '\n') return LINE_END;
  if (/[ \t\r]/.test(character)) return SPACE;
  return MAY_MARK.test(character) ? MAYBE_MARK : ORDINARY;
};
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => kindOf(code));

/** How long what stands at a place is, if it is not itself in the reading: a mark, white space beyond one; else 0. */
function specialAt(text: string, at: number): number {
  const kind = KINDS[text.charCodeAt(at)];
  if (kind === MAYBE_MARK) {
    MARK.lastIndex = at;
    return MARK.exec(text)?.[0].length ?? 0;
  }
  let end = at + 1;
  if (kind === LINE_END) {
    while (text[end] === ' ' || text[end] === '\t') end += 1;
    return end > at + 1 ? end - at : 0;
  }
  while (KINDS[text.charCodeAt(end)] === SPACE) end += 1;
  // White space before a word or at the end of the text keeps its last character.
  if (text[end] !== '\n') end -= 1;
  return end - at;
}

/** Where what a reading has stands in the text itself: one entry for each stretch that was taken as it is. */
class Origin {
  private readonly places: number[] = [];
  private readonly origins: number[] = [];

  /** From a place of the reading on, which is behind all noted before, characters stand in the text from `origin` on. */
  note(place: number, origin: number): void {
    this.places.push(place);
    this.origins.push(origin);
  }

  /** Where the character at a place of the reading stands in the text. */
  at(place: number): number {
    let low = 0;
    let high = this.places.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.places[middle] as number) <= place) low = middle;
      else high = middle - 1;
    }
    return (this.origins[low] as number) + place - (this.places[low] as number);
  }
}

function plainly(text: string): Pick<Reading, 'text' | 'origin'> {
  const origin = new Origin();
  let plain = '';
  let length = 0;
  let at = 0;
  const copy = (to: number) => {
    if (to === at) return;
    plain += text.slice(at, to);
    origin.note(length, at);
    length += to - at;
  };
  for (let index = 0; index < text.length; ) {
    const unit = text.charCodeAt(index);
    if (unit < 128 ? KINDS[unit] === ORDINARY : unit === 0xfffc) {
      index += 1;
      continue;
    }
    const character = unit < 128 ? '' : String.fromCodePoint(text.codePointAt(index) ?? 0);
    const size = unit < 128 ? specialAt(text, index) : character.length;
    if (size === 0) {
      index += 1;
      continue;
    }
    copy(index);
    const instead =
      unit < 128 ? (unit === 10 ? '\n' : '') : plainCharacter(character).slice(0, 2 * character.length);
    for (let part = 0; part < instead.length; part += 1, length += 1) origin.note(length, index);
    plain += instead;
    index += size;
    at = index;
  }
  copy(text.length);
  origin.note(length, text.length);
  return { text: plain, origin };
}

function plainCharacter(character: string): string {
  const plain = PLAIN[character];
  if (plain !== undefined) return plain;
  if (INVISIBLE.test(character)) return '';
  return character.normalize('NFKC');
}

/** Where a span of the reading stands in the text itself, without white space at its ends. */
export function placeOf(reading: Reading, from: number, to: number): Span {
  const { origin, original } = reading;
  let start = origin.at(from);
  let end = to > from ? origin.at(to - 1) + 1 : start;
  while (start < end && isSpace(original, start)) start += 1;
  while (end > start && isSpace(original, end - 1)) end -= 1;
  return { start, end };
}

const isSpace = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit > 32 && unit < 128 ? false : /\s/.test(text.charAt(at));
};
