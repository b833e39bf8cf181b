import { fused } from '../../domain/archive/found';
import type { Quoted } from '../../domain/archive/shared';
import { type Caller, mayRead } from '../../domain/postMortem/access';
import { type PostMortemListing, readListing, type Stored } from '../../domain/postMortem/stored';
import { keyOf, SETS } from '../../domain/search/keys';
import { isSameDocument, readReference, referenceIn } from '../../domain/search/reference';
import { SEARCHED_SHELVES, scopeOf } from '../../domain/search/shelves';
import {
  entriesFor,
  isCommon,
  likenesses,
  type Trait,
  traitsHeldBy,
  traitsOf,
} from '../../domain/search/similar';
import { alikeInMeaning } from '../retrieval/alike';
import type { Retrieval } from '../retrieval/retrieve';
import { InvalidSearchError } from './errors';
import type { SearchIndex } from './index';

/** A post-mortem that is like another, and why. */
export interface Similar extends PostMortemListing {
  /** What both say and few others do, as the document writes it that was asked about. */
  words: string[];
  sameService: boolean;
  sameTags: string[];
  /** The two passages that are closest in meaning: of the one that was asked about, and of this. */
  closest: { own: Quoted; other: Quoted } | null;
}

/** Shown at most. */
const MOST = 5;
/** Read at most, as some of them may be more like it in the index than in what they say now. */
const MOST_READ = 10;
/** Words that are looked up in full. */
const MOST_LOOKED_UP = 40;
/** Words that are told of one. */
const MOST_WORDS = 6;

/**
 * Finds what is like a post-mortem, among all that the caller may read: by what both say and few others do, and, of
 * what is published, by what they mean. Which of its words are common is guessed from one of the sets that the
 * documents of a word are spread over, in a few reads for all words; only the others are looked up.
 * @throws InvalidSearchError
 */
export async function similarPostMortems(
  { postMortemId }: Record<string, unknown>,
  caller: Caller,
  retrieval: Retrieval,
): Promise<Similar[]> {
  const index = retrieval.words;
  if (typeof postMortemId !== 'string' || postMortemId === '')
    throw new InvalidSearchError('Name the post-mortem that others are to be like.');
  const subject = (await index.documents([postMortemId])).get(postMortemId);
  // A foreign post-mortem answers as one that is not there: which it is, is nobody else's business.
  if (!subject || !mayRead(subject, caller)) return [];
  const scopes = SEARCHED_SHELVES.map((shelf) => scopeOf(shelf, caller));
  const own = referenceIn(subject);
  const [{ traits, alike }, near] = await Promise.all([
    byWords(subject, scopes, own, index),
    alikeInMeaning(subject, caller, retrieval),
  ]);
  const reasons = new Map(alike.map((one) => [readReference(one.reference).id, one.shared]));
  const ids = fused([
    { by: 'words', keys: [...reasons.keys()] },
    { by: 'meaning', keys: [...near.keys()] },
  ]).map(({ key }) => key);
  return shown(ids.slice(0, MOST_READ), { traits, reasons, near }, caller, index);
}

async function byWords(subject: Stored, scopes: readonly string[], own: string, index: SearchIndex) {
  const { traits, librarySize } = await rareAmong(traitsOf(subject), scopes, own, index);
  const having = await havingEach(traits, scopes, own, index);
  return { traits, alike: likenesses(having, librarySize).slice(0, MOST_READ) };
}

/** Those traits that are not common, by what one set says, and how many documents there are at least. */
async function rareAmong(
  traits: readonly Trait[],
  scopes: readonly string[],
  reference: string,
  index: SearchIndex,
): Promise<{ traits: Trait[]; librarySize: number }> {
  const keys = scopes.flatMap((scope) =>
    traits.flatMap((trait) => entriesFor(trait).map((entry) => keyOf(scope, entry, reference))),
  );
  const seen = new Map<string, Set<string>>();
  const all = new Set<string>();
  for (const { word, references } of await index.at(keys)) {
    const documents = seen.get(word) ?? new Set();
    for (const one of references) {
      documents.add(one);
      all.add(one);
    }
    seen.set(word, documents);
  }
  const told = (trait: Trait) => seen.get(trait.word)?.size ?? 0;
  const rare = traits.filter((trait) => trait.as !== 'word' || !isCommon(told(trait), all.size));
  return { traits: rare.slice(0, MOST_LOOKED_UP), librarySize: all.size * SETS };
}

async function havingEach(
  traits: readonly Trait[],
  scopes: readonly string[],
  own: string,
  index: SearchIndex,
): Promise<Map<Trait, Set<string>>> {
  const looked = traits.map(async (trait) => {
    const found = await Promise.all(scopes.map((scope) => index.word(scope, trait.word)));
    const references = found.flatMap(({ postings }) => postings.flatMap((one) => one.references));
    const others = references.filter((reference) => !isSameDocument(reference, own));
    return [trait, new Set(others)] as const;
  });
  return new Map(await Promise.all(looked));
}

async function shown(
  ids: readonly string[],
  {
    traits,
    reasons,
    near,
  }: {
    traits: readonly Trait[];
    reasons: ReadonlyMap<string, readonly Trait[]>;
    near: Awaited<ReturnType<typeof alikeInMeaning>>;
  },
  caller: Caller,
  index: SearchIndex,
): Promise<Similar[]> {
  const documents = await index.documents(ids);
  return ids
    .flatMap((id): Similar[] => {
      const stored = documents.get(id);
      if (!stored || !mayRead(stored, caller)) return [];
      // What it says now, in the order of rarity that the index has told.
      const held = new Set(traitsHeldBy(stored, traits));
      const shared = (reasons.get(id) ?? []).filter((trait) => held.has(trait));
      const close = near.get(id);
      if (shared.length < 2 && !close) return [];
      const said = (as: Trait['as']) => shared.filter((trait) => trait.as === as).map((trait) => trait.said);
      return [
        {
          ...readListing(stored),
          words: said('word').slice(0, MOST_WORDS),
          sameService: said('service').length > 0,
          sameTags: said('tag'),
          closest: close ? { own: close.own, other: close.other } : null,
        },
      ];
    })
    .slice(0, MOST);
}
