import { fnv1a } from '../../../domain/fnv';
import type { Stored } from '../../../domain/postMortem/stored';
import { standingOf } from '../../../domain/search/changes';
import { exactly, placeOf, readTerm } from '../../../domain/search/keys';
import { wordsOf } from '../../../domain/search/words';
import type { Embed } from '../../../lambda/bedrock/embed';
import type { SearchIndex } from '../../../lambda/search/index';
import { type VectorIndex, VectorIndexError, type VectorToPut } from '../../../lambda/vectors';

const DIMENSIONS = 64;

/** An embedder by hashed words, so that texts with words in common are near. */
export const embedByWords: Embed = async (texts) => ({
  embeddedBy: 'words of the test',
  vectors: texts.map((text) => {
    const vector = new Float32Array(DIMENSIONS);
    for (const word of wordsOf(text)) {
      const at = fnv1a(word) % DIMENSIONS;
      vector[at] = (vector[at] ?? 0) + 1;
    }
    const length = Math.hypot(...vector) || 1;
    return vector.map((value) => value / length);
  }),
});

type Condition = Record<string, unknown>;

function holds(metadata: Readonly<Record<string, unknown>>, filter: Condition): boolean {
  return Object.entries(filter).every(([field, condition]) => {
    if (field === '$and') return (condition as Condition[]).every((one) => holds(metadata, one));
    const values = [metadata[field]].flat();
    return Object.entries(condition as Condition).every(([operator, wanted]) => {
      switch (operator) {
        case '$eq':
          return values.includes(wanted);
        case '$ne':
          return !values.includes(wanted);
        case '$in':
          return values.some((value) => (wanted as unknown[]).includes(value));
        case '$gte':
          return Number(values[0]) >= Number(wanted);
        case '$lte':
          return Number(values[0]) <= Number(wanted);
        default:
          throw new Error(`The test knows no ${operator}.`);
      }
    });
  });
}

/** S3 Vectors in memory, with what it was told. */
export function memoryVectors() {
  const held = new Map<string, VectorToPut>();
  const failing: { with?: string } = {};
  const check = (operation: string) => {
    if (failing.with) throw new VectorIndexError(operation, 'passages', failing.with);
  };
  const vectors: VectorIndex = {
    async put(some) {
      check('PutVectors');
      for (const one of some) held.set(one.key, structuredClone(one));
    },
    async query({ vector, topK, filter = {} }) {
      check('QueryVectors');
      return [...held.values()]
        .filter(({ metadata }) => holds(metadata, filter))
        .map(({ key, metadata, vector: other }) => ({
          ...{ key, metadata },
          distance: 1 - vector.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0),
        }))
        .sort((a, b) => a.distance - b.distance)
        .slice(0, topK);
    },
    async present(keys) {
      check('GetVectors');
      return new Set(keys.filter((key) => held.has(key)));
    },
    async list({ next, most = 500 }) {
      check('ListVectors');
      const keys = [...held.keys()].sort();
      const from = next === null ? 0 : keys.findIndex((key) => key > next);
      if (from < 0) return { keys: [], next: null };
      const some = keys.slice(from, from + most);
      return { keys: some, next: from + most < keys.length ? (some.at(-1) ?? null) : null };
    },
    async delete(keys) {
      check('DeleteVectors');
      for (const key of keys) held.delete(key);
    },
  };
  return { vectors, held, failing };
}

/** The index of words over some documents, as `lambda/indexer` would have made it, and their records. */
export function memoryWords(documents: Map<string, Stored>): SearchIndex {
  const entries = () => {
    const all = new Map<string, { place: string; term: string; references: Set<string> }>();
    for (const stored of documents.values())
      for (const { key, reference } of standingOf(stored).values()) {
        const name = `${key.place} ${key.term}`;
        const entry = all.get(name) ?? { ...key, references: new Set<string>() };
        entry.references.add(reference);
        all.set(name, entry);
      }
    return [...all.values()];
  };
  const found = (place: string, beginning: string) => ({
    isWhole: true,
    postings: entries()
      .filter((entry) => entry.place === place && entry.term.startsWith(beginning))
      .map(({ term, references }) => ({ ...readTerm(term), references: [...references] })),
  });
  return {
    beginning: async (scope, letters) => found(placeOf(scope, letters), letters),
    word: async (scope, word) => found(placeOf(scope, word), exactly(word)),
    at: async (keys) =>
      keys.flatMap(({ place, term }) =>
        found(place, term).postings.filter(({ references }) => references.length > 0),
      ),
    documents: async (ids) =>
      new Map(ids.flatMap((id) => (documents.has(id) ? [[id, documents.get(id) as Stored] as const] : []))),
  };
}
