import { fnv1a } from '../../domain/fnv';
import { rootsOf } from '../../domain/memory/find';
import type { Embed } from '../bedrock/embed';
import type { VectorFilter, VectorIndex, VectorToPut } from '../vectors';
import type { FindByIndex } from './find';
import type { MemoryKey } from './store';

/** A memory as the index takes it. */
export interface IndexedMemory extends MemoryKey {
  text: string;
}

/** Raised where other facts stand beside a vector: an index of another form is made anew. */
export const FORM = 2;

/** Where a memory stands in the index. Neither half holds a line break. */
export const vectorKey = ({ whose, id }: MemoryKey): string => `${whose}\n${id}`;

/** The memory that stands there, or nothing where the key is none of ours. */
export function readVectorKey(key: string): MemoryKey | null {
  const at = key.lastIndexOf('\n');
  return at > 0 ? { whose: key.slice(0, at), id: key.slice(at + 1) } : null;
}

/** Filterable facts have 2 KB; a memory has 300 characters, and hardly ever so many words. */
const MOST_ROOTS = 60;

/** The index holds no words that somebody could read: what is told comes from the records. */
const hashed = (root: string): string => fnv1a(root).toString(36);

/** Vectors of some memories, by what they mean, with what they are filtered by. */
export async function vectorsOf(memories: readonly IndexedMemory[], embed: Embed): Promise<VectorToPut[]> {
  if (memories.length === 0) return [];
  const made = await embed(memories.map(({ text }) => text));
  return memories.map(({ whose, id, text }, place) => {
    const roots = [...rootsOf(text)].slice(0, MOST_ROOTS).map(hashed);
    return {
      key: vectorKey({ whose, id }),
      vector: made.vectors[place] as Float32Array,
      // A list without anything in it is no value of S3 Vectors.
      metadata: { whose, id, embedder: made.embeddedBy, form: FORM, ...(roots.length > 0 && { roots }) },
    };
  });
}

/** As many as are told at most. */
const MOST_NEAR = 30;
/** S3 Vectors answers no more. */
const MOST_WORDED = 100;
/** Words of a question that are looked for, the longest first: they say the most. */
const MOST_ASKED = 6;
/** Of cosine: what is farther says something else, by Titan's measure and by that of the rules on a laptop. */
const FARTHEST = 0.85;

/**
 * Finds memories by the index: by what they mean, and by words that they have. One query each, side by side, so that
 * it takes as long with ten thousand memories as with ten. It never fails: they are found by their words alone while
 * nobody embeds or there is no index, and the answer says so.
 */
export const findingByIndex =
  (
    { vectors, embed }: { vectors: Pick<VectorIndex, 'query'>; embed: Embed },
    warn: (message: string, error: unknown) => void,
  ): FindByIndex =>
  async (text, among) => {
    try {
      const { vectors: made, embeddedBy } = await embed([text]);
      const vector = made[0] as Float32Array;
      const allowed: VectorFilter[] = [
        { whose: { $in: [...among] } },
        { embedder: { $eq: embeddedBy } },
        { form: { $eq: FORM } },
      ];
      const asked = [...rootsOf(text)].sort((one, other) => other.length - one.length).slice(0, MOST_ASKED);
      const [near, ...worded] = await Promise.all([
        vectors.query({ vector, topK: MOST_NEAR, filter: { $and: allowed } }),
        ...asked.map((root) =>
          vectors.query({
            vector,
            topK: MOST_WORDED,
            filter: { $and: [...allowed, { roots: { $eq: hashed(root) } }] },
          }),
        ),
      ]);
      const keyOf = ({ metadata }: { metadata: Record<string, unknown> }): MemoryKey => ({
        ...{ whose: String(metadata.whose), id: String(metadata.id) },
      });
      return {
        isEmpty: near.length === 0,
        // Every memory is near to anything by a little.
        near: near.filter(({ distance }) => distance <= FARTHEST).map(keyOf),
        worded: worded.flat().map(keyOf),
        isWhole: worded.every((some) => some.length < MOST_WORDED),
      };
    } catch (error) {
      warn('Memories were found by their words alone', error);
      return undefined;
    }
  };
