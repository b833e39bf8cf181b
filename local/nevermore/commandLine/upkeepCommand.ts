import { parseArgs } from 'node:util';
import { print, runCommand } from './command';
import { UsageError } from './errors';
import { type CallFunction, upkeepFunction } from './upkeepFunction';

/**
 * A command that goes on with an index, or makes it anew with `--rebuild`: of the running local cloud or, with
 * `--deployed`, of the backend that `amplify_outputs.json` names, with the AWS credentials of whoever calls; embedding
 * is billed there.
 * @param command its name in `package.json`
 */
export function upkeepCommand(command: string, called: Parameters<typeof upkeepFunction>[0]): void {
  runCommand(async () => {
    const { rebuild, deployed } = options(`Usage: npm run --silent ${command} [-- [--rebuild] [--deployed]]`);
    await untilDone(upkeepFunction(called, deployed), rebuild ? { rebuild: true } : {});
  });
}

/** Calls until the index is made, and prints a JSON line each time that the function has come further. */
export async function untilDone(call: CallFunction, first: object): Promise<void> {
  let isDone = false;
  for (let event = first; !isDone; event = {}) {
    const progress = await call<{ isDone: boolean }>(event);
    await print(`${JSON.stringify(progress)}\n`);
    isDone = progress.isDone;
  }
}

function options(usage: string): { rebuild: boolean; deployed: boolean } {
  try {
    const { values } = parseArgs({
      options: { rebuild: { type: 'boolean' }, deployed: { type: 'boolean' } },
    });
    return { rebuild: values.rebuild === true, deployed: values.deployed === true };
  } catch (cause) {
    throw new UsageError(`${(cause as Error).message}\n${usage}`, { cause });
  }
}
