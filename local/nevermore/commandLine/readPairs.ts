import { createReadStream } from 'node:fs';
import { LIMITS } from '../../../domain/limits';
import { SECTIONS } from '../../../domain/sections';
import { InputFileError, UnreadableFactsError } from './errors';
import { decodeUtf8 } from './utf8';

/** Two texts to compare, under the name that their author gave them. */
export interface Pair {
  id: unknown;
  source: string;
  draft: string;
}

/** Twice a whole document with every section full. A text of this length takes about a second. */
export const MOST_CHARACTERS = 2 * SECTIONS.length * LIMITS.sectionLength;

/** Two of the longest texts, nearly all of their characters escaped. */
const MOST_BYTES_IN_A_LINE = 2 * 6 * MOST_CHARACTERS;

const NEWLINE = 0x0a;

/**
 * Reads a file of pairs, one JSON object a line, as they come; empty lines are none.
 * @throws InputFileError, UnreadableFactsError for the first line that is no pair, after all pairs before it
 */
export async function* readPairs(file: string): AsyncGenerator<Pair> {
  let number = 0;
  for await (const bytes of linesOf(file)) {
    number += 1;
    const place = `${file}:${number}`;
    if (bytes.length > MOST_BYTES_IN_A_LINE) throw new UnreadableFactsError(tooLong(place));
    const line = decodeUtf8(bytes, place);
    if (line.trim() !== '') yield readPair(line, place);
  }
}

/** Lines without their ends. One that is too long to be a pair ends the reading, cut where it is too long. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunksOf(file)) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      yield Buffer.concat([...parts, chunk.subarray(start, end)]);
      parts = [];
      length = 0;
      start = end + 1;
    }
    parts.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > MOST_BYTES_IN_A_LINE) break;
  }
  if (length > 0) yield Buffer.concat(parts);
}

async function* chunksOf(file: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(file) as AsyncIterable<Buffer>;
  } catch (cause) {
    throw new InputFileError(file, { cause });
  }
}

function readPair(line: string, place: string): Pair {
  let pair: unknown;
  try {
    pair = JSON.parse(line);
  } catch (cause) {
    throw new UnreadableFactsError(`${place} is not JSON: ${(cause as Error).message}`, { cause });
  }
  const { id, source, draft } = (pair ?? {}) as Record<string, unknown>;
  if (typeof source !== 'string' || typeof draft !== 'string')
    throw new UnreadableFactsError(`${place} needs "source" and "draft", both text.`);
  if (Math.max(source.length, draft.length) > MOST_CHARACTERS) throw new UnreadableFactsError(tooLong(place));
  return { id, source, draft };
}

const tooLong = (place: string) =>
  `${place} holds a text that is too long: at most ${MOST_CHARACTERS} characters are checked at once. ` +
  'Give each section, or each document, a line of its own.';
