import { parseArgs } from 'node:util';
import type { ArchiveProgress } from '../../../lambda/archivist/catchUp';
import { print, runCommand } from './command';
import { UsageError } from './errors';
import { upkeepFunction } from './upkeepFunction';

const USAGE = 'Usage: npm run --silent archive [-- [--rebuild] [--deployed]]';

/**
 * `npm run archive`: goes on with what is not yet entered into the index of meaning, and says how far it is; with
 * `--rebuild` it enters every published post-mortem again and takes out what stands there for nothing. Of the running
 * local cloud or, with `--deployed`, of the backend that `amplify_outputs.json` names, with the AWS credentials of
 * whoever calls; embedding is billed there. Prints a JSON line each time that the function has come further.
 */
runCommand(async () => {
  const { rebuild, deployed } = options();
  const call = upkeepFunction('archivist', deployed);
  let progress = await call<ArchiveProgress>(rebuild ? { rebuild: true } : {});
  await print(`${JSON.stringify(progress)}\n`);
  while (!progress.isDone) {
    progress = await call<ArchiveProgress>({});
    await print(`${JSON.stringify(progress)}\n`);
  }
});

function options(): { rebuild: boolean; deployed: boolean } {
  try {
    const { values } = parseArgs({
      options: { rebuild: { type: 'boolean' }, deployed: { type: 'boolean' } },
    });
    return { rebuild: values.rebuild === true, deployed: values.deployed === true };
  } catch (cause) {
    throw new UsageError(`${(cause as Error).message}\n${USAGE}`, { cause });
  }
}
