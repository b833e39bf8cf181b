import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IncidentCase } from '../test/cases/cases';

const FILE = join(import.meta.dirname, '../test/cases/cases.jsonl');

/** The published incidents that tests and benches share, in the order of their file. */
export const publishedCases = (): IncidentCase[] =>
  readFileSync(FILE, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
