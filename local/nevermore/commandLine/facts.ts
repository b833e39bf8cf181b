import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkPairs } from './checkPairs';
import { print, runCommand } from './command';
import { UsageError } from './errors';
import { readPairs } from './readPairs';

const USAGE = 'Usage: npm run --silent facts -- --jsonl FILE   (each line {"id", "source", "draft"})';

/**
 * `npm run facts`: checks drafts against their sources, one JSON object a line in and one out, in the same
 * order. Findings are the result, not a failure: it exits with 1 only when it cannot read its input.
 */
runCommand(async () => {
  for await (const lines of checkPairs(readPairs(resolve(readFileName())))) await print(lines);
});

function readFileName(): string {
  try {
    const { values } = parseArgs({ options: { jsonl: { type: 'string' } } });
    if (values.jsonl) return values.jsonl;
  } catch (cause) {
    throw new UsageError(`${(cause as Error).message}\n${USAGE}`, { cause });
  }
  throw new UsageError(USAGE);
}
