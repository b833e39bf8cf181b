import type { Embed } from '../bedrock/embed';
import { type IndexedMemory, vectorKey, vectorsOf } from '../memories/meaning';
import type { MemoryKey } from '../memories/store';
import { plainItem } from '../plainValue';
import type { StreamRecord } from '../streamRecord';
import type { VectorIndex } from '../vectors';

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
  const there = [...last.values()].filter((one): one is IndexedMemory => one.text !== null);
  if (there.length > 0) await vectors.put(await vectorsOf(there, embed));
  if (gone.length > 0) await vectors.delete(gone);
}
