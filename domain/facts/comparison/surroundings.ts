import { WordFinder } from '../../reading/words/tokens';
import type { Extract } from '../values/extract';
import type { Fact } from '../values/fact';

/** Words that say nothing of what a statement is about. */
const STOP = new Set(
  'a an the and or but if in on at of to for from by with as is are was were be been being it its this that these those there then when while after before during since until till than so not no we our they their he she his her you i had has have having do does did done will would can could which who what where how all any some also just only about around approximately approx roughly between out into over up down per via time times utc pst cet gmt am pm'.split(
    ' ',
  ),
);
/** Whether a word tells nothing of what a statement is about: "since", "then". */
export const saysNothing = (word: string): boolean => STOP.has(word.toLowerCase());
const words = new WordFinder("-'_.", 'letter');

/** Endings off, so that "resolved", "resolves" and "resolution" meet. */
export function stem(word: string): string {
  const before = stems.get(word);
  if (before !== undefined) return before;
  const found = withoutEnding(word);
  if (stems.size >= MOST_STEMS) stems.clear();
  stems.set(word, found);
  return found;
}

/** Stems already computed; emptied when full, so that hostile input cannot make it grow. */
const stems = new Map<string, string>();
const MOST_STEMS = 8_000;

function withoutEnding(word: string): string {
  const plain = word.toLowerCase().replace(/'s?$/, '');
  if (plain.length < 5) return plain.replace(/s$/, '');
  return plain
    .replace(/(?:ations?|ments?|utions?|tions?|sions?|ings?|edly|ed|ers?|es|ly|ies|s|e|y|ved|ves|ve|al)$/, '')
    .slice(0, 9);
}

/** A word as surroundings have it. */
interface Word {
  /** Empty for words that say nothing. */
  stem: string;
  isJoint: boolean;
  /** UTF-16 units of the word in small letters. */
  length: number;
  /** Its names as a neighbour: one and two before a value, one and two behind it. */
  beside: readonly string[];
}

const asNeighbour = (told: string): readonly string[] =>
  ['L1:', 'L2:', 'R1:', 'R2:'].map((side) => side + told);
const VALUE_BESIDE = asNeighbour('#');

/** Words already read, as written; emptied when full. */
const read = new Map<string, Word>();

function readWord(written: string): Word {
  const before = read.get(written);
  if (before) return before;
  const lower = written.toLowerCase();
  const word = {
    stem: STOP.has(lower) ? '' : stem(lower),
    isJoint: JOINT.has(lower),
    length: lower.length,
    beside: asNeighbour(lower),
  };
  if (read.size >= MOST_STEMS) read.clear();
  read.set(written, word);
  return word;
}

/** What stands around a fact: each word's stem with a weight that falls with its distance. */
export type Context = Map<string, number>;

interface Token {
  /** The group of a value; empty for a word. */
  group: string;
  /** Empty for values and for words that say nothing. */
  stem: string;
  /** Clauses of one sentence are told apart by growing numbers. */
  clause: number;
  beside: readonly string[];
}

/** The group of clock times; a date alone is the heading of a day. */
const TIME_OF_DAY = 't';
/** So many words to each side are a fact's surroundings. */
const WINDOW = 40;
const SEPARATOR = /[,;:()|]|\s-\s/;
const JOINT = new Set(['and', 'while', 'then', 'but', 'before', 'after', 'until']);

/** A text cut into statements, to ask what each fact's statement is about. */
export class Surroundings {
  private readonly tokens: Token[][] = [];
  private readonly places = new Map<Fact, readonly [piece: number, index: number]>();
  private readonly cache = new Map<Fact, Context>();
  private readonly values: readonly Fact[];
  private rarities: ReadonlyMap<string, number> | undefined;
  private known: { heads: boolean; feet: boolean } | undefined;

  constructor(extract: Extract) {
    const { text } = extract.reading;
    this.values = extract.facts.filter((fact) => !fact.weak && !isWords(fact));
    const { values } = this;
    let next = 0;
    for (const [from, to] of pieces(text)) {
      const tokens: Token[] = [];
      let clause = 0;
      let last = from;
      const place = (upTo: number) => {
        for (let fact = values[next]; fact && fact.from < upTo; next += 1, fact = values[next]) {
          const apart = last < fact.from && /[,;]\s*$/.test(text.slice(last, fact.from)) ? 0.5 : 0;
          this.places.set(fact, [this.tokens.length, tokens.length]);
          tokens.push({ group: groupOf(fact), stem: '', clause: clause + apart, beside: VALUE_BESIDE });
          last = Math.max(last, fact.to);
        }
      };
      for (let at = from; words.find(text, at, to); at = words.end) {
        const { start, end } = words;
        place(start + 1);
        if (start < last) continue;
        const { stem, isJoint, length, beside } = readWord(text.slice(start, end));
        const isApart = start - last !== 1 || text[last] !== ' ';
        if ((isApart && SEPARATOR.test(text.slice(last, start))) || isJoint) clause += 1;
        tokens.push({ group: '', stem, clause, beside });
        last = start + length;
      }
      place(to);
      this.tokens.push(tokens);
    }
  }

  /** The context of a fact; the same object every time, and empty for a name or a quotation. */
  around(fact: Fact): Context {
    const known = this.cache.get(fact);
    if (known) return known;
    const context = this.weigh(fact);
    this.cache.set(fact, context);
    return context;
  }

  /** How rare each word is in the surroundings of this text's values. */
  get rarity(): ReadonlyMap<string, number> {
    if (this.rarities) return this.rarities;
    const counts = new Map<string, number>();
    for (const fact of this.values) {
      for (const word of this.around(fact).keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const rarities = new Map<string, number>();
    for (const [word, count] of counts) rarities.set(word, Math.log(1 + this.values.length / count));
    this.rarities = rarities;
    return rarities;
  }

  private weigh(fact: Fact): Context {
    const context: Context = new Map();
    const place = this.places.get(fact);
    if (!place) return context;
    const [tokens, at] = this.beside(...place);
    const own = tokens[at]?.clause ?? 0;
    const group = groupOf(fact);
    const add = (key: string, weight: number) => {
      if (weight > (context.get(key) ?? 0)) context.set(key, weight);
    };
    for (const step of [-1, 1]) {
      let distance = 0;
      let values = 0;
      const end = step < 0 ? Math.max(-1, at - WINDOW - 1) : Math.min(tokens.length, at + WINDOW + 1);
      for (let near = at + step; near !== end; near += step) {
        const token = tokens[near] as Token;
        const clauses = Math.abs(token.clause - own);
        const gap = Math.abs(near - at);
        if (gap <= 2 && clauses < 1)
          add(token.beside[step < 0 ? gap - 1 : gap + 1] as string, gap === 1 ? 0.45 : 0.25);
        if (token.group === group) values += 1;
        if (token.stem === '') continue;
        distance += 1;
        add(token.stem, 1 / (1 + 0.12 * distance + 0.6 * Math.min(3, clauses) + 0.8 * values));
      }
    }
    return context;
  }

  /**
   * A chat has the time above what it tells, a status page below. A text that begins with a time alone is of the
   * first kind, one that ends with one of the second; otherwise the layout does not tell.
   */
  private get layout(): { heads: boolean; feet: boolean } {
    const isAlone = (tokens: readonly Token[] = []) =>
      tokens.every(({ group }) => group !== '') && tokens.some(({ group }) => group === TIME_OF_DAY);
    this.known ??= (() => {
      const told = this.tokens.filter(({ length }) => length > 0);
      const [first, last] = [isAlone(told[0]), isAlone(told.at(-1))];
      return { heads: first && !last, feet: last && !first };
    })();
    return this.known;
  }

  /** A time alone speaks of what stands before it, or of what follows. */
  private beside(piece: number, at: number): [readonly Token[], number] {
    const tokens = this.tokens[piece] ?? [];
    if (tokens.length > WINDOW || tokens.some(({ stem }) => stem !== '')) return [tokens, at];
    const { heads, feet } = this.layout;
    const besides = (other: number, from: number, to?: number) => {
      if (other < piece ? heads : feet) return [];
      return (this.tokens[other] ?? []).slice(from, to).map((token) => ({ ...token, clause: 0 }));
    };
    const before = besides(piece - 1, -WINDOW);
    return [[...before, ...tokens, ...besides(piece + 1, 0, WINDOW)], at + before.length];
  }
}

/** Names and quotations are words of a statement, and not values in it. */
export const isWords = (fact: Fact): boolean =>
  fact.kind === 'name' || fact.kind === 'acronym' || fact.kind === 'quotation';

/** Facts that could stand in each other's place. */
export const groupOf = (fact: Fact): string => {
  const key = fact.keys[0] as string;
  if (key.startsWith('q:')) return key.slice(0, key.indexOf(':', 2));
  return key.startsWith('s:') || key.startsWith('i:') ? fact.kind : key.slice(0, key.indexOf(':'));
};

/** Sentences, list items, table rows and lines that carry a label or begin with a figure. */
function pieces(text: string): [number, number][] {
  const result: [number, number][] = [];
  const end =
    /\s(?<=[.!?]["')]?\s)\s*(?=["'(]?[\p{Lu}\d\uFFFC~])|\n[ \t]*\n\s*|\n(?=[ \t]*(?:[-*+>|#•\d\uFFFC]|\p{L}[^\n:]{0,40}:\s|\p{Lu}[\p{L} ]{2,24} - ))/gu;
  let from = 0;
  for (const match of text.matchAll(end)) {
    if (/\b(?:approx|e\.g|i\.e|vs|etc|ca|no)\.$/i.test(text.slice(Math.max(0, match.index - 8), match.index)))
      continue;
    if (match.index > from) result.push([from, match.index]);
    from = match.index + match[0].length;
  }
  if (from < text.length) result.push([from, text.length]);
  return result;
}
