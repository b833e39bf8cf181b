import { parseArgs } from 'node:util';
import type { MemoryProgress } from '../../../lambda/memoryIndexer/catchUp';
import { print, runCommand } from './command';
import { UsageError } from './errors';
import { upkeepFunction } from './upkeepFunction';

const USAGE = 'Usage: npm run --silent memories [-- [--rebuild] [--deployed]]';

/**
 * `npm run memories`: goes on with what is not yet entered into the index of memories, and says how far it is; with
 * `--rebuild` it enters every memory again and takes out what stands there for nothing. Of the running
 * local cloud or, with `--deployed`, of the backend that `amplify_outputs.json` names, with the AWS credentials of
 * whoever calls; embedding is billed there. Prints a JSON line each time that the function has come further.
 */
runCommand(async () => {
  const { rebuild, deployed } = options();
  const call = upkeepFunction('memoryIndexer', deployed);
  let progress = await call<MemoryProgress>(rebuild ? { rebuild: true } : {});
  await print(`${JSON.stringify(progress)}\n`);
  while (!progress.isDone) {
    progress = await call<MemoryProgress>({});
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
