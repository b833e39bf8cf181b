import { parseArgs } from 'node:util';
import { LIMITS } from '../../../domain/limits';
import { StateFolder } from '../../stateFolder';
import { print, runCommand } from './command';
import { enhanceOnce } from './enhanceOnce';
import { EnhanceFailedError, TextTooLongError, UsageError } from './errors';
import { signInTo } from './session';
import { decodeUtf8 } from './utf8';

/** In UTF-8, of a character as the limit counts them: UTF-16 units. */
const MOST_BYTES_OF_A_CHARACTER = 3;
const BOM_BYTES = 3;

const USAGE = 'Usage: npm run --silent enhance -- --section description --theme professional < text';

/**
 * `npm run enhance`: the way of the browser (sign-in, mutation, subscription) for scripts. Prints the
 * finished enhancement as JSON, or says on standard error what went wrong and exits with 1.
 */
runCommand(async () => {
  const { section, theme, keep } = readArguments();
  const cloud = StateFolder.ofEnvironment(process.env).runningCloud();
  const source = await readText();
  const session = await signInTo(cloud);
  const enhancement = await enhanceOnce(session, { section, theme, source, keep });
  await print(`${JSON.stringify(enhancement, null, 2)}\n`);
  if (enhancement.status !== 'SUCCEEDED') throw new EnhanceFailedError(enhancement);
});

/**
 * Reads standard input, and no more of it than can be enhanced.
 * @throws TextTooLongError, NotUtf8Error
 */
async function readText(): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LIMITS.sectionLength * MOST_BYTES_OF_A_CHARACTER + BOM_BYTES)
      throw new TextTooLongError(LIMITS.sectionLength);
    chunks.push(chunk);
  }
  const text = decodeUtf8(Buffer.concat(chunks), 'Standard input');
  if (text.length > LIMITS.sectionLength) throw new TextTooLongError(LIMITS.sectionLength);
  return text;
}

function readArguments() {
  const { values } = readOptions();
  if (!values.section || !values.theme) throw new UsageError(USAGE);
  return { section: values.section, theme: values.theme, keep: values.keep ?? false };
}

function readOptions() {
  try {
    return parseArgs({
      options: { section: { type: 'string' }, theme: { type: 'string' }, keep: { type: 'boolean' } },
    });
  } catch (cause) {
    throw new UsageError(`${(cause as Error).message}\n${USAGE}`, { cause });
  }
}
