import { CUTTING, enterablesOf, readKey } from '../../domain/archive/keys';
import { isEnterable } from '../../domain/archive/standing';
import type { Stored } from '../../domain/postMortem/stored';
import type { Collaborators } from '../archive/collaborators';
import { settle } from '../archive/workflow';
import { goOnMaking, type KeptProgress, type Making } from '../progress';
import { VectorIndexError } from '../vectors';

/** How far the index has been made of what was published before it, and what became of that. */
export interface ArchiveProgress extends Making {
  /** Published documents that were looked at, and passages that were put. */
  documents: number;
  passages: number;
  /** Vectors that stood there for nothing, and were taken out. */
  removed: number;
  /** Documents that could not be entered, with why. They are tried again. */
  failed: { documentId: string; why: string }[];
}

/** What making the index anew works with. */
export interface Archivist extends Collaborators, KeptProgress<ArchiveProgress> {
  dimensions: number;
  /** Some documents after this one, in the order of the table; null ends it. */
  some(after: string | null): Promise<{ documents: Stored[]; after: string | null }>;
}

const MOST_FAILED = 20;
/** Documents that are worked on at once. */
const AT_ONCE = 4;

const atOnce: <Value>(name: string, work: () => Promise<Value>) => Promise<Value> = (_name, work) => work();

/**
 * Enters what was published before there was an index, or into an index that another cutting, dimension or embedder
 * has made; then takes out whatever stands in it for nothing. It is called again and again and goes on where it
 * stopped; once it is done it embeds one word, to see who embeds, and reads what is owed. Meanwhile the stream tells
 * of changes: each document ends as its record is, whoever comes last.
 * @throws UnsuitableVectorError, VectorIndexError where nothing can be entered, with what to do
 */
export async function catchUp(
  with_: Archivist,
  options: { rebuild: boolean; hasTime: () => boolean },
): Promise<ArchiveProgress> {
  const { embeddedBy } = await with_.embed(['archive']);
  const madeBy = `cutting ${CUTTING}, ${with_.dimensions} dimensions, ${embeddedBy}`;
  const progress = await goOnMaking(
    with_,
    {
      beginning: {
        ...{ madeBy, isDone: false, stage: 'entering', after: null },
        ...{ documents: 0, passages: 0, removed: 0, failed: [] },
      },
      put: ({ passages }) => passages,
      enterSome: (before) => enterSome(before, with_),
      sweepSome: (before) => sweepSome(before, with_),
    },
    options,
  );
  if (!progress.isDone) return progress;
  return { ...progress, failed: await payWhatIsOwed(with_, options.hasTime) };
}

async function enterSome(progress: ArchiveProgress, with_: Archivist): Promise<ArchiveProgress> {
  const page = await with_.some(progress.after);
  const published = page.documents.filter(isEnterable);
  let passages = 0;
  const failed = [...progress.failed];
  const left = [...published];
  const worker = async () => {
    for (let one = left.pop(); one; one = left.pop()) {
      const documentId = String(one.id);
      try {
        const settled = await settle(with_, { documentId, again: true }, atOnce);
        passages += settled.passages;
      } catch (error) {
        if (error instanceof VectorIndexError && (error.isMissing || error.isOfDimension)) throw error;
        // One that nobody can embed must not keep all others out.
        await with_.owed.add(documentId);
        failed.push({ documentId, why: String(error) });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return {
    ...progress,
    stage: page.after === null ? 'sweeping' : 'entering',
    after: page.after,
    documents: progress.documents + published.length,
    passages: progress.passages + passages,
    failed: failed.slice(-MOST_FAILED),
  };
}

/** Looks at some of all keys, and takes out those that no record has: left behind by a crash, or put by hand. */
async function sweepSome(progress: ArchiveProgress, with_: Archivist): Promise<ArchiveProgress> {
  const { keys, next } = await with_.vectors.list({ next: progress.after });
  const byDocument = new Map<string, string[]>();
  const stray: string[] = [];
  for (const key of keys) {
    const told = readKey(key);
    if (told === null) stray.push(key);
    else byDocument.set(told.documentId, [...(byDocument.get(told.documentId) ?? []), key]);
  }
  await with_.vectors.delete(stray);
  let removed = stray.length;
  for (const [documentId, some] of byDocument) {
    const stored = await with_.document(documentId);
    const wanted = stored ? enterablesOf(stored) : new Map();
    const gone = some.filter((key) => !wanted.has(key));
    removed += gone.length;
    // What was not on the list is written down, so that its withdrawal finds it.
    await with_.entered.add(
      documentId,
      some.filter((key) => wanted.has(key)),
    );
    await with_.entered.remove(documentId, gone);
    await with_.vectors.delete(gone);
  }
  return { ...progress, after: next, isDone: next === null, removed: progress.removed + removed };
}

/** Documents that an execution, or this, has given up: an outage is over some time. Answers those that still fail. */
async function payWhatIsOwed(with_: Archivist, hasTime: () => boolean): Promise<ArchiveProgress['failed']> {
  const failed: ArchiveProgress['failed'] = [];
  for (const documentId of await with_.owed.all()) {
    if (!hasTime()) break;
    try {
      await settle(with_, { documentId }, atOnce);
      await with_.owed.remove(documentId);
    } catch (error) {
      failed.push({ documentId, why: String(error) });
    }
  }
  return failed;
}
