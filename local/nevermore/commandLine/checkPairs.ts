import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { checkFacts } from '../../../domain/facts';
import type { Pair } from './readPairs';

/** Node.js 20 does not hand the loader of TypeScript on to threads, so each asks for it. */
const THREAD = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(
  new URL('./checkingThread.ts', import.meta.url).href,
)}); })`;

/** Characters that this thread checks by itself: for fewer, more threads would only cost their start. */
const BY_ITSELF = 200_000;
/** Characters that a thread gets at once. */
const BATCH = 50_000;
/** A thread holds a copy of the check; more than a few would cost memory and win little. */
const MOST_THREADS = 4;

/** The line that is printed for a pair. */
export const lineOf = ({ id, source, draft }: Pair): string =>
  `${JSON.stringify({ id, ...checkFacts(source, draft) })}\n`;

/**
 * Checks pairs in their order, on every core once there is enough for it.
 * @returns lines of findings, as soon as they are known; then it throws what the pairs threw
 */
export async function* checkPairs(pairs: AsyncIterable<Pair>): AsyncGenerator<string> {
  const threads = new CheckingThreads();
  const pending: Array<Promise<string>> = [];
  let failure: { error: unknown } | undefined;
  try {
    for await (const batch of failingLast(batched(pairs), (error) => {
      failure = { error };
    })) {
      if (batch.isSmall) yield batch.pairs.map(lineOf).join('');
      else pending.push(threads.check(batch.pairs));
      if (pending.length > 2 * threads.count) yield (await pending.shift()) ?? '';
    }
    for (const lines of pending) yield await lines;
    if (failure) throw failure.error;
  } finally {
    await threads.end();
  }
}

interface Batch {
  pairs: Pair[];
  /** It comes early enough for this thread. */
  isSmall: boolean;
}

async function* batched(pairs: AsyncIterable<Pair>): AsyncGenerator<Batch> {
  let seen = 0;
  let batch: Pair[] = [];
  let size = 0;
  let failure: { error: unknown } | undefined;
  for await (const pair of failingLast(pairs, (error) => {
    failure = { error };
  })) {
    const length = pair.source.length + pair.draft.length;
    seen += length;
    if (seen <= BY_ITSELF) {
      yield { pairs: [pair], isSmall: true };
      continue;
    }
    batch.push(pair);
    size += length;
    if (size < BATCH) continue;
    yield { pairs: batch, isSmall: false };
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield { pairs: batch, isSmall: false };
  if (failure) throw failure.error;
}

/** What came before a failure is still wanted: it ends the sequence, and is told aside. */
async function* failingLast<Item>(
  items: AsyncIterable<Item>,
  failed: (error: unknown) => void,
): AsyncGenerator<Item> {
  try {
    yield* items;
  } catch (error) {
    failed(error);
  }
}

/** Threads that check, started when there is something for them. */
class CheckingThreads {
  readonly count = Math.max(1, Math.min(MOST_THREADS, availableParallelism()));
  private readonly workers: Worker[] = [];
  private next = 0;

  /** Threads take turns; each answers in the order it was asked. */
  check(pairs: Pair[]): Promise<string> {
    const turn = this.next++ % this.count;
    this.workers[turn] ??= new Worker(THREAD, { eval: true });
    const worker = this.workers[turn];
    const answered = new Promise<string>((answer, failed) => {
      const number = this.next;
      const hear = (reply: { number: number; lines: string }) => {
        if (reply.number !== number) return;
        worker.off('message', hear).off('error', failed);
        answer(reply.lines);
      };
      worker.on('message', hear).on('error', failed);
      worker.postMessage({ number, pairs });
    });
    // It is awaited in its turn; until then a failure must not count as one that nobody hears.
    answered.catch(() => {});
    return answered;
  }

  async end(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}
