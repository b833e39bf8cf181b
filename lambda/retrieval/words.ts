import { type ArchiveFilters, dayNumber } from '../../domain/archive/filters';
import type { AskedWord } from '../../domain/archive/question';
import { type Rarity, weightOf } from '../../domain/archive/wordRanking';
import { factWord, KINDS } from '../../domain/search/entries';
import { keyOf, PLACE_LETTERS, SETS } from '../../domain/search/keys';
import { inAll, inAny, type Matches, matchesOf } from '../../domain/search/match';
import { momentOf, readReference } from '../../domain/search/reference';
import type { SearchIndex } from '../search/index';

/** Documents that have words of a question, the likeliest first, and how rare those words are. */
export interface ByWords {
  documents: string[];
  rarity: Rarity;
}

/** Words whose documents are read in full: the rarest. The others still count in the passages of those documents. */
const MOST_LOOKED_UP = 6;
/** What stands in more of an archive than this part does not choose documents, while rarer words do. */
const COMMON = 0.2;
const DAY_MS = 86_400_000;

/**
 * The documents of one scope that have words of a question, by the index of words. How rare a word is is guessed from
 * one of the sets that its documents are spread over, in one read for all words; then the rarest are looked up.
 */
export async function documentsByWords(
  asked: readonly AskedWord[],
  { filters, scope, most }: { filters: ArchiveFilters; scope: string; most: number },
  index: SearchIndex,
): Promise<ByWords> {
  if (asked.length === 0) return { documents: [], rarity: { documents: 0, having: new Map() } };
  const guessed = await guess(asked, scope, index);
  const order = [...asked].sort((a, b) => weightOf(b, guessed) - weightOf(a, guessed));
  const rare = order.filter((word) => (guessed.having.get(word) ?? 0) <= guessed.documents * COMMON);
  const lookedUp = (rare.length >= 2 ? rare : order).slice(0, MOST_LOOKED_UP);
  const [having, allowed] = await Promise.all([
    Promise.all(lookedUp.map(async (word) => [word, await matchesIn(scope, word, index)] as const)),
    allowedBy(filters, scope, index),
  ]);
  const rarity: Rarity = {
    documents: Math.max(guessed.documents, ...having.map(([, matches]) => matches.size)),
    having: new Map([...guessed.having, ...having.map(([word, matches]) => [word, matches.size] as const)]),
  };
  const worths = new Map<string, number>();
  for (const [word, matches] of having)
    for (const [reference, worth] of matches)
      if (allowed(reference))
        worths.set(reference, (worths.get(reference) ?? 0) + weightOf(word, rarity) * (1 + worth / 20));
  const documents = best(worths, most).map((reference) => readReference(reference).id);
  return { documents: [...new Set(documents)], rarity };
}

/** What is worth most, of equals the later incident first. Thousands are put in order by their numbers alone. */
function best(worths: ReadonlyMap<string, number>, most: number): string[] {
  const least = Float64Array.from(worths.values()).sort().at(-most) ?? Number.NEGATIVE_INFINITY;
  return [...worths]
    .filter(([, worth]) => worth >= least)
    .sort(([one, a], [other, b]) => b - a || (one < other ? 1 : -1))
    .slice(0, most)
    .map(([reference]) => reference);
}

const PUBLISHED = { word: factWord('status', 'PUBLISHED'), kind: KINDS.fact };

/** How many documents there are, and have each word to the letter, by one set out of all. */
async function guess(asked: readonly AskedWord[], scope: string, index: SearchIndex): Promise<Rarity> {
  const inOneSet = (entry: Parameters<typeof keyOf>[1]) => keyOf(scope, entry, 'any');
  const keys = asked.flatMap(({ word }) => [
    inOneSet({ word, kind: KINDS.naming }),
    inOneSet({ word, kind: KINDS.text }),
  ]);
  const seen = new Map<string, Set<string>>();
  for (const { word, references } of await index.at([...keys, inOneSet(PUBLISHED)])) {
    const documents = seen.get(word) ?? new Set();
    for (const one of references) documents.add(one);
    seen.set(word, documents);
  }
  const told = (word: string) => (seen.get(word)?.size ?? 0) * SETS;
  return { documents: told(PUBLISHED.word), having: new Map(asked.map((one) => [one, told(one.word)])) };
}

async function matchesIn(scope: string, asked: AskedWord, index: SearchIndex): Promise<Matches> {
  const one = async (word: { word: string; stem: string }): Promise<Matches> => {
    const short = word.word.length <= PLACE_LETTERS;
    const found = short ? await index.word(scope, word.word) : await index.beginning(scope, word.stem);
    return matchesOf(word, found.postings);
  };
  const [whole, ...parts] = await Promise.all([
    one(asked),
    ...asked.parts.map((part) => one({ word: part, stem: part })),
  ]);
  return parts.length === 0 ? (whole as Matches) : inAny([whole as Matches, inAll(parts)]);
}

/** Which documents the filters let through, as the index has it; their records are asked again. */
async function allowedBy(
  { service, severities, from, to }: ArchiveFilters,
  scope: string,
  index: SearchIndex,
): Promise<(reference: string) => boolean> {
  const having = async (facts: readonly string[]): Promise<Set<string>> => {
    const found = await Promise.all(facts.map((fact) => index.word(scope, fact)));
    return new Set(found.flatMap(({ postings }) => postings.flatMap(({ references }) => references)));
  };
  const sets = await Promise.all([
    ...(service?.trim() ? [having([factWord('service', service)])] : []),
    ...(severities?.length ? [having(severities.map((id) => factWord('severity', id)))] : []),
  ]);
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (first === null && last === null && sets.length === 0) return () => true;
  return (reference) => {
    const day = Math.floor(momentOf(reference) / DAY_MS);
    return (
      (first === null || day >= first) &&
      (last === null || day <= last) &&
      sets.every((set) => set.has(reference))
    );
  };
}
