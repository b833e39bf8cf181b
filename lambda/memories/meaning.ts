import type { Embed } from '../bedrock/embed';
import { plainItem } from '../plainValue';
import type { StreamRecord } from '../streamRecord';
import type { VectorIndex } from '../vectors';
import type { FindMeaning } from './find';
import type { MemoryKey } from './store';

/** Where a memory stands in the index. Neither half holds a line break. */
export const vectorKey = ({ whose, id }: MemoryKey): string => `${whose}\n${id}`;

/** As many as are told at most. */
const MOST_NEAR = 30;

/**
 * Keeps the index of what memories mean in step with their table. Records of one memory come in their order, and a
 * batch that failed comes again from its beginning: what is written follows from the last record alone.
 */
export async function followMemories(
  records: readonly StreamRecord[],
  { vectors, embed }: { vectors: Pick<VectorIndex, 'put' | 'delete'>; embed: Embed },
): Promise<void> {
  const last = new Map<string, MemoryKey & { text: string | null }>();
  for (const { dynamodb: { Keys: keys, NewImage: after } = {} } of records) {
    const key = { whose: keys?.whose?.S, id: keys?.id?.S };
    if (key.whose === undefined || key.id === undefined) continue;
    const at = { whose: key.whose, id: key.id };
    last.set(vectorKey(at), { ...at, text: after ? String(plainItem(after).text ?? '') : null });
  }
  const gone = [...last].flatMap(([key, { text }]) => (text === null ? [key] : []));
  const there = [...last].flatMap(([key, one]) =>
    one.text === null ? [] : [{ key, ...one, text: one.text }],
  );
  if (there.length > 0) {
    const made = await embed(there.map(({ text }) => text));
    await vectors.put(
      there.map(({ key, whose, id }, place) => ({
        key,
        vector: made.vectors[place] as Float32Array,
        metadata: { whose, id, embedder: made.embeddedBy },
      })),
    );
  }
  if (gone.length > 0) await vectors.delete(gone);
}

/**
 * Finds memories by what they mean. It never fails: they are found by their words alone while nobody embeds or there
 * is no index, and the answer says so.
 */
export const meaningIn =
  (
    { vectors, embed }: { vectors: Pick<VectorIndex, 'query'>; embed: Embed },
    warn: (message: string, error: unknown) => void,
  ): FindMeaning =>
  async (text, among) => {
    try {
      const { vectors: made, embeddedBy } = await embed([text]);
      const near = await vectors.query({
        vector: made[0] as Float32Array,
        topK: MOST_NEAR,
        filter: { $and: [{ whose: { $in: [...among] } }, { embedder: { $eq: embeddedBy } }] },
      });
      // Every memory is near to anything by a little.
      return near
        .filter(({ distance }) => distance <= FARTHEST)
        .map(({ metadata }) => ({ whose: String(metadata.whose), id: String(metadata.id) }));
    } catch (error) {
      warn('Memories were found by their words alone', error);
      return undefined;
    }
  };

/** Of cosine: what is farther says something else, by Titan's measure and by that of the rules on a laptop. */
const FARTHEST = 0.85;
