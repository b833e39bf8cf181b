import { parseArgs } from 'node:util';
import { EXPORTS, exportById } from '../../../domain/export';
import { StateFolder } from '../../stateFolder';
import { print, runCommand } from './command';
import { UsageError } from './errors';
import { readDocument } from './postMortems';
import { signInTo } from './session';

const TARGETS = EXPORTS.map(({ id }) => id).join('|');
const USAGE = `Usage: npm run --silent export -- --id ID --to ${TARGETS}`;

/**
 * `npm run export`: prints a post-mortem that the demo account may read, in the form that is asked for. What
 * became of what that form does not take is said on standard error.
 */
runCommand(async () => {
  const { id, target } = readArguments();
  const cloud = StateFolder.ofEnvironment(process.env).runningCloud();
  const document = await readDocument(await signInTo(cloud), id);
  const { text, told } = await target.write(document);
  for (const sentence of told) process.stderr.write(`${sentence}\n`);
  await print(text);
});

function readArguments() {
  const { id, to } = readOptions();
  if (!id || !to) throw new UsageError(USAGE);
  const target = exportById(to);
  if (!target) throw new UsageError(`There is no export to “${to}”.\n${USAGE}`);
  return { id, target };
}

function readOptions() {
  try {
    return parseArgs({ options: { id: { type: 'string' }, to: { type: 'string' } } }).values;
  } catch (cause) {
    throw new UsageError(`${(cause as Error).message}\n${USAGE}`, { cause });
  }
}
