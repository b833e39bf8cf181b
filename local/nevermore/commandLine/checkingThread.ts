import { parentPort } from 'node:worker_threads';
import { lineOf } from './checkPairs';
import type { Pair } from './readPairs';

/** One of the threads of `npm run facts`. */
parentPort?.on('message', ({ number, pairs }: { number: number; pairs: Pair[] }) => {
  parentPort?.postMessage({ number, lines: pairs.map(lineOf).join('') });
});
