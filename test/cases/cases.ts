import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One published incident; see the README beside this file. */
export interface IncidentCase {
  id: string;
  source: string;
  licence: string;
  title: string;
  description: string;
  rootCause: string;
  timeline: string;
  traps: string[];
}

/** All cases, in the order of the file. */
export const CASES: readonly IncidentCase[] = readFileSync(join(import.meta.dirname, 'cases.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as IncidentCase);
