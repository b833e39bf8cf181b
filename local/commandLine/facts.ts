import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { checkFacts } from '../../domain/facts';
import { UnreadableFactsError, UsageError } from './errors';

const USAGE = 'Usage: npm run --silent facts -- --jsonl FILE   (each line {"id", "source", "draft"})';

/**
 * `npm run facts`: checks drafts against their sources, one JSON object a line in and one out, in the same
 * order. Findings are the result, not a failure: it exits with 1 only when it cannot read its input.
 */
async function main(): Promise<void> {
  const file = readFileName();
  const lines = createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const { id, source, draft } = readPair(line, `${file}:${number}`);
    process.stdout.write(`${JSON.stringify({ id, ...checkFacts(source, draft) })}\n`);
  }
}

function readFileName(): string {
  try {
    const { values } = parseArgs({ options: { jsonl: { type: 'string' } } });
    if (values.jsonl) return values.jsonl;
  } catch (cause) {
    throw new UsageError(`${(cause as Error).message}\n${USAGE}`, { cause });
  }
  throw new UsageError(USAGE);
}

function readPair(line: string, place: string): { id: unknown; source: string; draft: string } {
  let pair: unknown;
  try {
    pair = JSON.parse(line);
  } catch (cause) {
    throw new UnreadableFactsError(`${place} is not JSON: ${(cause as Error).message}`, { cause });
  }
  const { id, source, draft } = (pair ?? {}) as Record<string, unknown>;
  if (typeof source === 'string' && typeof draft === 'string') return { id, source, draft };
  throw new UnreadableFactsError(`${place} needs "source" and "draft", both text.`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
