import { type Entry, KINDS } from './entries';
import { type Asked, nearness } from './question';
import { documentOf, momentOf } from './reference';

/** Documents that have a word of a question, each with how much that counts. */
export type Matches = ReadonlyMap<string, number>;

/** What an entry of the index is, with the documents in it. */
export interface Posting extends Entry {
  references: readonly string[];
}

/** What one match counts: in the title it is worth more than any number of inflections in the texts. */
const WORTH = { n: 8, t: 2, i: 4, f: 0 } as const;

/** The documents that answer one word. @param postings what of the index begins with its stem */
export function matchesOf(asked: Pick<Asked, 'word' | 'stem'>, postings: readonly Posting[]): Matches {
  const matches = new Map<string, number>();
  for (const { word, kind, references } of postings) {
    if (kind === KINDS.fact) continue;
    const near = kind === KINDS.inside ? Number(word.startsWith(asked.word)) : nearness(asked, word);
    if (near === 0) continue;
    const worth = WORTH[kind] + near;
    for (const reference of references)
      if (worth > (matches.get(reference) ?? 0)) matches.set(reference, worth);
  }
  return matches;
}

/** One document that has all that was asked for. */
export interface Candidate {
  reference: string;
  /** More is better. */
  worth: number;
}

/** The better match, the later incident, or the later change first. */
export const ORDERS = ['BEST', 'LATEST', 'CHANGED'] as const;
export type Order = (typeof ORDERS)[number];

/** The documents that have every word and every fact, and none of what is excluded, in no order yet. */
export function candidatesOf(found: {
  wanted: readonly Matches[];
  excluded: readonly Matches[];
}): Candidate[] {
  const [fewest, ...others] = [...found.wanted].sort((a, b) => a.size - b.size);
  if (fewest === undefined) return [];
  const candidates: Candidate[] = [];
  for (const [reference, first] of fewest) {
    if (!others.every((matches) => matches.has(reference))) continue;
    if (found.excluded.some((matches) => matches.has(reference))) continue;
    const worth = others.reduce((sum, matches) => sum + (matches.get(reference) ?? 0), first);
    candidates.push({ reference, worth });
  }
  return candidates;
}

/**
 * The order of two candidates: what is worth more first, and of two equal ones the one whose incident was later. No
 * two of one search are equal, so a page can go on after any of them.
 */
export const compareBy = (order: Order) => (a: Candidate, b: Candidate) =>
  (order === 'LATEST' ? 0 : b.worth - a.worth) ||
  (a.reference < b.reference ? 1 : a.reference > b.reference ? -1 : 0);

/** Candidates that are worth the minute of their last change; of two that an index tells, the later one. */
export function byChange(candidates: readonly Candidate[], changed: readonly Posting[]): Candidate[] {
  const minutes = new Map<string, number>();
  for (const { references } of changed)
    for (const reference of references) {
      const [document, minute] = [documentOf(reference), momentOf(reference) / 60_000];
      if (minute > (minutes.get(document) ?? -1)) minutes.set(document, minute);
    }
  return candidates.map(({ reference }) => ({ reference, worth: minutes.get(documentOf(reference)) ?? 0 }));
}

/** The documents that have all of these. */
export function inAll(lists: readonly Matches[]): Matches {
  const [fewest = new Map<string, number>(), ...others] = [...lists].sort((a, b) => a.size - b.size);
  return new Map([...fewest].filter(([reference]) => others.every((matches) => matches.has(reference))));
}

/** The documents that have one of these, the better match of two. */
export function inAny(lists: readonly Matches[]): Matches {
  const any = new Map<string, number>();
  for (const matches of lists)
    for (const [reference, worth] of matches) any.set(reference, Math.max(worth, any.get(reference) ?? 0));
  return any;
}
