import { parseArgs } from 'node:util';
import { runCommand } from './command';
import { UsageError } from './errors';
import { untilDone } from './upkeepCommand';
import { upkeepFunction } from './upkeepFunction';

const USAGE = 'Usage: npm run --silent reindex [-- --deployed]';

/**
 * `npm run reindex`: enters all post-mortems into the index again, of the running local cloud or, with `--deployed`,
 * of the backend that `amplify_outputs.json` names, with the AWS credentials of whoever calls. Searches go on
 * meanwhile. Prints a JSON line each time that the function has come further.
 */
runCommand(async () => {
  await untilDone(upkeepFunction('indexer', isDeployed()), { rebuild: true });
});

function isDeployed(): boolean {
  try {
    return parseArgs({ options: { deployed: { type: 'boolean' } } }).values.deployed === true;
  } catch (cause) {
    throw new UsageError(`${(cause as Error).message}\n${USAGE}`, { cause });
  }
}
