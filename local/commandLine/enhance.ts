import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { StateFolder } from '../stateFolder';
import { enhanceOnce } from './enhanceOnce';
import { EnhanceFailedError, UsageError } from './errors';
import { signInTo } from './session';

const USAGE = 'Usage: npm run --silent enhance -- --section description --theme professional < text';

/**
 * `npm run enhance`: the way of the browser (sign-in, mutation, subscription) for scripts. Prints the
 * finished enhancement as JSON, or says on standard error what went wrong and exits with 1.
 */
async function main(): Promise<void> {
  const { section, theme, keep } = readArguments();
  const cloud = StateFolder.ofEnvironment(process.env).runningCloud();
  const source = await text(process.stdin);
  const session = await signInTo(cloud);
  const enhancement = await enhanceOnce(session, { section, theme, source, keep });
  process.stdout.write(`${JSON.stringify(enhancement, null, 2)}\n`);
  if (enhancement.status !== 'SUCCEEDED') throw new EnhanceFailedError(enhancement);
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

main().then(
  // The realtime connection would keep the process waiting.
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  },
);
