import { parseArgs } from 'node:util';
import { isSilent } from '../../../domain/archive/answerRecord';
import { StateFolder } from '../../stateFolder';
import { askOnce } from './askOnce';
import { print, runCommand } from './command';
import { UsageError } from './errors';
import { signInTo } from './session';

const USAGE =
  'Usage: npm run --silent ask -- "question" [--service NAME] [--severity SEV1]… [--from 2026-01-01] [--to 2026-12-31]';

/**
 * `npm run ask`: asks the archive of a running local cloud as its demo account, and prints the answer as one line of
 * JSON: each sentence with its sources, and whether the archive says nothing. Says on standard error what went wrong,
 * and exits with 1.
 */
runCommand(async () => {
  const request = readArguments();
  const cloud = StateFolder.ofEnvironment(process.env).runningCloud();
  const answer = await askOnce(await signInTo(cloud), request);
  const told = {
    answer: answer.sentences.map(({ text, sources }) => ({
      sentence: text,
      sources: sources.map(({ id, section, quote }) => ({ id, section, quote })),
    })),
    silent: isSilent(answer),
  };
  await print(`${JSON.stringify(told)}\n`);
});

function readArguments() {
  const { values, positionals } = readOptions();
  const question = positionals.join(' ').trim();
  if (question === '') throw new UsageError(USAGE);
  const { severity: severities, ...filters } = values;
  return { question, ...filters, ...(severities && { severities }) };
}

function readOptions() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: { service: text, severity: { ...text, multiple: true }, from: text, to: text },
    });
  } catch (cause) {
    throw new UsageError(`${(cause as Error).message}\n${USAGE}`, { cause });
  }
}
