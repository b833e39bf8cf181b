import type { Embed } from '../bedrock/embed';
import { FORM, type IndexedMemory, readVectorKey, vectorKey, vectorsOf } from '../memories/meaning';
import type { MemoryKey } from '../memories/store';
import { goOnMaking, type KeptProgress, type Making } from '../progress';
import type { VectorIndex } from '../vectors';

/** How far the index has been made of the memories that there are. */
export interface MemoryProgress extends Making {
  /** Memories that were entered. */
  memories: number;
  /** Vectors that stood there for nothing, and were taken out. */
  removed: number;
}

/** What making the index anew works with. */
export interface MemoryKeeper extends KeptProgress<MemoryProgress> {
  vectors: Pick<VectorIndex, 'put' | 'delete' | 'list'>;
  embed: Embed;
  dimensions: number;
  /** Some memories after a key, in the order of the table; null ends it. */
  some(after: string | null): Promise<{ memories: IndexedMemory[]; after: string | null }>;
  /** Those of these that are there, as they are at this moment. */
  there(keys: readonly MemoryKey[]): Promise<IndexedMemory[]>;
}

/**
 * Enters all memories into an index that is new, of another form, dimension or embedder, or empty although memories
 * were entered; then takes out whatever stands in it for nothing. It is called again and again and goes on where it
 * stopped. Meanwhile the stream tells of changes: what was changed or forgotten between reading and entering is
 * looked at once more.
 * @throws UnsuitableVectorError, VectorIndexError where nothing can be entered, with what to do
 */
export async function catchUp(
  with_: MemoryKeeper,
  options: { rebuild: boolean; hasTime: () => boolean },
): Promise<MemoryProgress> {
  const { embeddedBy } = await with_.embed(['memory']);
  const madeBy = `form ${FORM}, ${with_.dimensions} dimensions, ${embeddedBy}`;
  return goOnMaking(
    with_,
    {
      beginning: { madeBy, isDone: false, stage: 'entering', after: null, memories: 0, removed: 0 },
      put: ({ memories }) => memories,
      enterSome: (progress) => enterSome(progress, with_),
      sweepSome: (progress) => sweepSome(progress, with_),
    },
    options,
  );
}

async function enterSome(progress: MemoryProgress, with_: MemoryKeeper): Promise<MemoryProgress> {
  const page = await with_.some(progress.after);
  await with_.vectors.put(await vectorsOf(page.memories, with_.embed));
  const now = new Map((await with_.there(page.memories)).map((one) => [vectorKey(one), one]));
  const changed = page.memories.flatMap((one) => {
    const as = now.get(vectorKey(one));
    return as && as.text !== one.text ? [as] : [];
  });
  await with_.vectors.put(await vectorsOf(changed, with_.embed));
  await with_.vectors.delete(page.memories.map(vectorKey).filter((key) => !now.has(key)));
  return {
    ...progress,
    stage: page.after === null ? 'sweeping' : 'entering',
    after: page.after,
    memories: progress.memories + page.memories.length,
  };
}

/** Looks at some of all keys, and takes out those that no memory has. */
async function sweepSome(progress: MemoryProgress, with_: MemoryKeeper): Promise<MemoryProgress> {
  const { keys, next } = await with_.vectors.list({ next: progress.after });
  const there = await with_.there(keys.flatMap((key) => readVectorKey(key) ?? []));
  const known = new Set(there.map(vectorKey));
  const gone = keys.filter((key) => !known.has(key));
  await with_.vectors.delete(gone);
  return { ...progress, after: next, isDone: next === null, removed: progress.removed + gone.length };
}
