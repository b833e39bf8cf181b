import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CASES } from '../cases/cases';
import { FAULTS } from './faults';
import { REWRITES } from './rewrites';

/** A pair to try a judge on; one line of `pairs.jsonl`. */
export interface Pair {
  id: string;
  source: string;
  licence: string;
  section: 'description' | 'rootCause';
  /** The author's words, as published. */
  text: string;
  better: string;
  worse: string;
  fault: string;
  why: string;
}

/** Every rewrite with every fault that applies to it. */
export function makePairs(): Pair[] {
  return REWRITES.flatMap((rewrite) => {
    const incident = CASES.find(({ id }) => id === rewrite.id);
    if (!incident) throw new Error(`There is no case ${rewrite.id} in test/cases.`);
    const { id, source, licence } = incident;
    const text = incident[rewrite.section];
    const other = rewrite.section === 'description' ? incident.rootCause : incident.description;
    return FAULTS.flatMap(({ fault, why, apply }) => {
      const worse = apply(rewrite, other)?.join(' ');
      const better = rewrite.better.join(' ');
      return worse === undefined || worse === better
        ? []
        : [
            {
              id: `${id}/${rewrite.section}/${fault}`,
              source,
              licence,
              section: rewrite.section,
              text,
              better,
              worse,
              fault,
              why,
            },
          ];
    });
  });
}

const PAIRS_FILE = join(import.meta.dirname, 'pairs.jsonl');

/** The pairs of the file, in its order. */
export const readPairs = (): Pair[] =>
  readFileSync(PAIRS_FILE, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Pair);

if (process.argv[1] === import.meta.filename) {
  writeFileSync(
    PAIRS_FILE,
    `${makePairs()
      .map((pair) => JSON.stringify(pair))
      .join('\n')}\n`,
  );
}
