import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measurement } from '../report';
import { lessons } from './labelled';
import { learn } from './learn';

const LEARNED = join(import.meta.dirname, '../../domain/story/learned.json');

/** Learns what `domain/story/classify.ts` knows from the labelled statements, and writes it there. */
export async function learnKinds(): Promise<Measurement[]> {
  const all = lessons();
  const learned = learn(all);
  const signs = Object.entries(learned.signs).map(
    ([sign, points]) => `    ${JSON.stringify(sign)}: ${JSON.stringify(points)}`,
  );
  const rows = learned.order.map((row) => `    ${JSON.stringify(row)}`);
  writeFileSync(
    LEARNED,
    `{\n  "signs": {\n${signs.join(',\n')}\n  },\n  "base": ${JSON.stringify(learned.base)},\n  "order": [\n${rows.join(',\n')}\n  ]\n}\n`,
  );
  return [
    { what: 'statements learned from', unit: '', values: [all.length] },
    { what: 'signs with points', unit: '', values: [signs.length] },
  ];
}
