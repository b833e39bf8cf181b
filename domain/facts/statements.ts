import type { Extract } from './extract';
import type { Fact } from './fact';

/** Words that say nothing of what a statement is about. */
const STOP = new Set(
  'a an the and or but if in on at of to for from by with as is are was were be been being it its this that these those there then when while after before during since until than so not no we our they their he she his her you i had has have having do does did done will would can could which who what where how all any some also just only about around approximately approx roughly between out into over up down per via time times utc pst cet gmt am pm'.split(
    ' ',
  ),
);
const WORD = /[\p{L}][\p{L}\p{N}]*(?:[-'_.][\p{L}\p{N}]+)*/gu;

/** Endings off, so that "resolved", "resolves" and "resolution" meet. */
export function stem(word: string): string {
  const plain = word.toLowerCase().replace(/'s?$/, '');
  if (plain.length < 5) return plain.replace(/s$/, '');
  return plain
    .replace(/(?:ations?|ments?|utions?|tions?|sions?|ings?|edly|ed|ers?|es|ly|ies|s|e|y|ved|ves|ve|al)$/, '')
    .slice(0, 9);
}

/** What stands around a fact: each word's stem with a weight that falls with its distance. */
export type Context = Map<string, number>;

interface Token {
  text: string;
  from: number;
  /** Clauses of one sentence are told apart by growing numbers. */
  clause: number;
  value: boolean;
}

/** A text cut into statements, to ask what each fact's statement is about. */
export class Statements {
  private readonly tokens: Token[][] = [];
  private readonly starts: number[] = [];
  private readonly cache = new Map<Fact, Context>();

  constructor(extract: Extract) {
    const { text } = extract.reading;
    const facts = extract.facts.filter((fact) => !isWords(fact));
    let next = 0;
    for (const [from, to] of pieces(text)) {
      const tokens: Token[] = [];
      while (next < facts.length && (facts[next] as Fact).to <= from) next += 1;
      const here: Fact[] = [];
      for (let at = next; at < facts.length && (facts[at] as Fact).from < to; at += 1)
        here.push(facts[at] as Fact);
      let clause = 0;
      let last = from;
      for (const match of text.slice(from, to).matchAll(WORD)) {
        const at = from + match.index;
        if (here.some((fact) => fact.from <= at && at < fact.to)) continue;
        if (/[,;:()|]|\s-\s/.test(text.slice(last, at))) clause += 1;
        if (/^(?:and|while|then|but|before|after|until)$/i.test(match[0])) clause += 1;
        tokens.push({ text: match[0].toLowerCase(), from: at, clause, value: false });
        last = at + match[0].length;
      }
      for (const fact of here) {
        if (!fact.weak) tokens.push({ text: groupOf(fact), from: fact.from, clause: -1, value: true });
      }
      tokens.sort((a, b) => a.from - b.from);
      for (let at = 0, running = 0; at < tokens.length; at += 1) {
        const token = tokens[at] as Token;
        if (token.clause < 0) token.clause = separates(text, tokens, at) ? running + 0.5 : running;
        else running = token.clause;
      }
      this.starts.push(from);
      this.tokens.push(tokens);
    }
  }

  /** The context of a fact; the same object every time. */
  around(fact: Fact): Context {
    const known = this.cache.get(fact);
    if (known) return known;
    const context = this.weigh(fact);
    this.cache.set(fact, context);
    return context;
  }

  private weigh(fact: Fact): Context {
    let piece = this.starts.findLastIndex((start) => start <= fact.from);
    piece = Math.max(0, piece);
    let tokens = this.tokens[piece] ?? [];
    let at = tokens.findIndex(({ from, value }) => value && from === fact.from);
    if (at < 0) return new Map();
    // A time alone speaks of what stands before it, or of what follows: its layout alone does not tell.
    if (tokens.every((token) => token.value || STOP.has(token.text))) {
      const besides = (other: number) => (this.tokens[other] ?? []).map((token) => ({ ...token, clause: 0 }));
      const before = besides(piece - 1);
      tokens = [...before, ...tokens, ...besides(piece + 1)];
      at += before.length;
    }
    const context: Context = new Map();
    const own = tokens[at]?.clause ?? 0;
    const add = (key: string, weight: number) => context.set(key, Math.max(context.get(key) ?? 0, weight));
    let distance = 0;
    for (const [step, end] of [
      [-1, -1],
      [1, tokens.length],
    ] as const) {
      distance = 0;
      let values = 0;
      for (let index = at + step; index !== end; index += step) {
        const token = tokens[index] as Token;
        const gap = Math.abs(index - at);
        if (gap <= 2)
          add(`${step < 0 ? 'L' : 'R'}${gap}:${token.value ? '#' : token.text}`, gap === 1 ? 0.45 : 0.25);
        if (token.value) {
          values += token.text === groupOf(fact) ? 1 : 0;
          continue;
        }
        if (STOP.has(token.text)) continue;
        distance += 1;
        const apart = Math.min(3, Math.abs(token.clause - own));
        add(stem(token.text), 1 / (1 + 0.12 * distance + 0.6 * apart + 0.8 * values));
      }
    }
    return context;
  }
}

const separates = (text: string, tokens: Token[], at: number): boolean => {
  const before = tokens[at - 1];
  const here = tokens[at] as Token;
  return before !== undefined && /[,;]\s*$/.test(text.slice(before.from + before.text.length, here.from));
};

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
    /(?<=[.!?]["')]?)\s+(?=["'(]?[\p{Lu}\d\uFFFC~])|\n[ \t]*\n\s*|\n(?=[ \t]*(?:[-*+>|#•\d\uFFFC]|\p{L}[^\n:]{0,40}:\s|\p{Lu}[\p{L} ]{2,24} - ))/gu;
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
