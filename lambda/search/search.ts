import { type Caller, mayRead } from '../../domain/postMortem/access';
import type { AuthoredContent } from '../../domain/postMortem/fields';
import { type PostMortemListing, readListing, readPostMortem } from '../../domain/postMortem/stored';
import { CHANGED, factsOf } from '../../domain/search/entries';
import { PLACE_LETTERS } from '../../domain/search/keys';
import {
  byChange,
  type Candidate,
  candidatesOf,
  compareBy,
  inAll,
  inAny,
  type Matches,
  matchesOf,
} from '../../domain/search/match';
import type { Asked } from '../../domain/search/question';
import { momentOf, readReference } from '../../domain/search/reference';
import { scopeOf } from '../../domain/search/shelves';
import { type Snippet, snippetOf } from '../../domain/search/snippet';
import type { SearchIndex } from './index';
import { readSearchRequest, type SearchRequest, tokenOf } from './request';

/** One post-mortem that was found: what a list shows of it, and where the words stand. */
export interface Hit extends PostMortemListing {
  passage: Omit<Snippet, 'label'>;
}

/** What a search answers. */
export interface SearchAnswer {
  items: Hit[];
  nextToken: string | null;
  /** How many the index tells of, without those that were read and left out. */
  count: number;
  /** Not all of the index was read: a word has too many documents. There may be more. */
  isWhole: boolean;
}

/** Pages of candidates that are read at most when some of them turn out not to be what the index said. */
const MOST_PAGES = 3;

/**
 * Finds post-mortems by their words: one Query of the index for each word and each fact, in the part of it that is
 * the caller's; then the documents of the page, and no others. What a document says now decides, and not the index:
 * one that the caller may no longer read, or that has lost a word, is left out.
 * @throws InvalidSearchError
 */
export async function searchPostMortems(
  input: Record<string, unknown>,
  caller: Caller,
  index: SearchIndex,
): Promise<SearchAnswer> {
  const request = readSearchRequest(input);
  const { candidates, isWhole } = await candidatesFor(request, caller, index);
  const ahead = afterThe(request.after, candidates, request);
  const items: Hit[] = [];
  let read = 0;
  for (let page = 0; page < MOST_PAGES && items.length < request.limit && read < ahead.length; page += 1) {
    const some = ahead.slice(read, read + request.limit - items.length);
    read += some.length;
    items.push(...(await hitsAmong(some, request, caller, index)));
  }
  const last = ahead[read - 1];
  return {
    items,
    nextToken: last && read < ahead.length ? tokenOf(last) : null,
    // What is left out is not counted either: that there was something would be told by it.
    count: candidates.length - (read - items.length),
    isWhole,
  };
}

async function candidatesFor(request: SearchRequest, caller: Caller, index: SearchIndex) {
  const { question, shelves, facts, order } = request;
  let isWhole = true;
  const matches = async (scope: string, asked: Pick<Asked, 'word' | 'stem'>): Promise<Matches> => {
    const short = asked.word.length <= PLACE_LETTERS;
    const found = short ? await index.word(scope, asked.word) : await index.beginning(scope, asked.stem);
    isWhole &&= found.isWhole;
    return matchesOf(asked, found.postings);
  };
  const withParts = async (scope: string, asked: Asked): Promise<Matches> => {
    const [whole, ...parts] = await Promise.all([
      matches(scope, asked),
      ...asked.parts.map((part) => matches(scope, { word: part, stem: part })),
    ]);
    return parts.length === 0 ? (whole as Matches) : inAny([whole as Matches, inAll(parts)]);
  };
  const fact = async (scope: string, word: string): Promise<Matches> => {
    const found = await index.word(scope, word);
    isWhole &&= found.isWhole;
    return new Map(found.postings.flatMap(({ references }) => references.map((one) => [one, 0] as const)));
  };
  const { asked } = question;
  const wanted = asked.filter(({ isExcluded }) => !isExcluded);
  const excluded = asked.filter(({ isExcluded }) => isExcluded);
  const inScope = async (scope: string): Promise<Candidate[]> => {
    const [words, left, filters] = await Promise.all([
      Promise.all(wanted.map((one) => withParts(scope, one))),
      Promise.all(excluded.map((one) => withParts(scope, one))),
      Promise.all(facts.map((one) => fact(scope, one))),
    ]);
    const all = candidatesOf({ wanted: [...words, ...filters], excluded: left });
    if (order !== 'CHANGED' || all.length === 0) return all;
    const changed = await index.word(scope, CHANGED.word);
    isWhole &&= changed.isWhole;
    return byChange(all, changed.postings);
  };
  // A question without a word asks for nothing, or it would be a list in another order.
  if (wanted.length === 0) return { candidates: [], isWhole };
  const found = (await Promise.all(shelves.map((shelf) => inScope(scopeOf(shelf, caller))))).flat();
  const once = shelves.length === 1 ? found : [...new Map(found.map((one) => [one.reference, one])).values()];
  const within = once.filter(({ reference }) => {
    const at = momentOf(reference);
    return at >= request.from && at <= request.to;
  });
  return { candidates: within.sort(compareBy(order)), isWhole };
}

/** Those that come after the last one of the page before. */
function afterThe(last: Candidate | null, candidates: readonly Candidate[], { order }: SearchRequest) {
  if (last === null) return candidates;
  const compare = compareBy(order);
  return candidates.filter((candidate) => compare(last, candidate) < 0);
}

async function hitsAmong(
  candidates: readonly Candidate[],
  { question, facts }: SearchRequest,
  caller: Caller,
  index: SearchIndex,
): Promise<Hit[]> {
  const ids = candidates.map(({ reference }) => readReference(reference).id);
  const documents = await index.documents(ids);
  return ids.flatMap((id): Hit[] => {
    const stored = documents.get(id);
    if (!stored || !mayRead(stored, caller)) return [];
    const content = readPostMortem(stored);
    if (!hasFacts(content, facts)) return [];
    const snippet = snippetOf(content, question);
    if (snippet === null) return [];
    const { label: _, ...passage } = snippet;
    return [{ ...readListing(stored), passage }];
  });
}

function hasFacts(content: AuthoredContent, facts: readonly string[]): boolean {
  const has = new Set(factsOf(content));
  return facts.every((fact) => has.has(fact));
}
