import type { Stored } from '../postMortem/stored';
import { readPostMortem } from '../postMortem/stored';
import { isContentWord } from '../reading/words/stems';
import { type Entry, entriesOf, factWord, KINDS } from './entries';
import { passagesOf } from './passages';
import { tokensOf } from './words';

/** A word by which a document may be like others. */
export interface Trait {
  word: string;
  /** As the document writes it; the service or the tag for a fact. */
  said: string;
  as: 'word' | 'service' | 'tag';
}

/** Traits of one document that are looked at: enough for what is rare in it to be among them. */
const MOST_TRAITS = 100;
/** What holds for more of the library than this says nothing about one of it. */
const COMMON = 0.2;
/** Of a library that is smaller than this nothing is common. */
const SMALL = 10;

/** Service and tags count as if so many rare words were shared. */
const WEIGHT = { word: 1, service: 2, tag: 1.5 } as const;

/**
 * What a document may be like others by: its service and tags, then its identifiers and the words that name it, then
 * the words that it says most often. Words that carry nothing of their own are left out.
 */
export function traitsOf(stored: Stored): Trait[] {
  const content = readPostMortem(stored);
  const traits = new Map<string, Trait & { weight: number }>();
  const fact = (as: 'service' | 'tag', said: string) => {
    const word = factWord(as, said);
    if (said.trim() !== '') traits.set(word, { word, said, as, weight: Number.POSITIVE_INFINITY });
  };
  fact('service', content.service);
  for (const tag of content.tags) fact('tag', tag);
  for (const { field, text } of passagesOf(content)) {
    for (const { whole, start, end } of tokensOf(text)) {
      if (!isTelling(whole)) continue;
      const known = traits.get(whole);
      const weight = (known?.weight ?? (isIdentifier(whole) ? 5 : 0)) + (field === 'title' ? 3 : 1);
      traits.set(whole, { word: whole, said: known?.said ?? text.slice(start, end), as: 'word', weight });
    }
  }
  return [...traits.values()]
    .sort((a, b) => b.weight - a.weight || b.word.length - a.word.length)
    .slice(0, MOST_TRAITS)
    .map(({ weight: _, ...trait }) => trait);
}

/** Times, dates and figures differ from incident to incident, and being alike in them says nothing. */
const isTelling = (word: string): boolean => /\p{L}{2}/u.test(word) && isContentWord(word);
const isIdentifier = (word: string): boolean => /[\p{N}._\-:/@]/u.test(word);

/** Those of a trait's kinds in the index that other documents can share. */
export const entriesFor = ({ word, as }: Trait): Entry[] =>
  as === 'word'
    ? [
        { word, kind: KINDS.naming },
        { word, kind: KINDS.text },
      ]
    : [{ word, kind: KINDS.fact }];

/** A document that is like another, and why. */
export interface Likeness {
  reference: string;
  /** More is more alike. */
  worth: number;
  /** The rarest first. */
  shared: Trait[];
}

/**
 * The documents that share what is rare, the most alike first. Two reasons are needed: one word in common is chance.
 * @param having the documents of each trait, itself not among them
 */
export function likenesses(having: ReadonlyMap<Trait, ReadonlySet<string>>, librarySize: number): Likeness[] {
  const found = new Map<string, { worth: number; shared: { trait: Trait; rarity: number }[] }>();
  for (const [trait, references] of having) {
    if (trait.as === 'word' && isCommon(references.size, librarySize)) continue;
    const rarity = Math.log(1 + librarySize / Math.max(1, references.size)) * WEIGHT[trait.as];
    for (const reference of references) {
      const likeness = found.get(reference) ?? { worth: 0, shared: [] };
      likeness.worth += rarity;
      likeness.shared.push({ trait, rarity });
      found.set(reference, likeness);
    }
  }
  return [...found]
    .filter(([, { shared }]) => shared.length > 1)
    .map(([reference, { worth, shared }]) => ({
      reference,
      worth,
      shared: shared.sort((a, b) => b.rarity - a.rarity).map(({ trait }) => trait),
    }))
    .sort((a, b) => b.worth - a.worth || (a.reference < b.reference ? 1 : -1));
}

/** Whether a word is in so much of a library that it tells nothing. */
export const isCommon = (documents: number, librarySize: number): boolean =>
  librarySize >= SMALL && documents > librarySize * COMMON;

/** Those of some traits that a document has, as it is now. */
export function traitsHeldBy(stored: Stored, traits: readonly Trait[]): Trait[] {
  const entries = entriesOf(stored);
  return traits.filter((trait) => entriesFor(trait).some(({ word, kind }) => entries.has(`${word} ${kind}`)));
}
