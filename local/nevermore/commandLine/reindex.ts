import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Progress } from '../../../lambda/indexer/catchUp';
import { DamagedFileError } from '../../errors';
import { StateFolder } from '../../stateFolder';
import { print, runCommand } from './command';
import { IndexingFailedError, InputFileError, NoIndexerError, UsageError } from './errors';

const USAGE = 'Usage: npm run --silent reindex [-- --deployed]';
const DEPLOYED_OUTPUTS = resolve(import.meta.dirname, '../../..', 'amplify_outputs.json');

/**
 * `npm run reindex`: enters all post-mortems into the index again, of the running local cloud or, with `--deployed`,
 * of the backend that `amplify_outputs.json` names, with the AWS credentials of whoever calls. Searches go on
 * meanwhile. Prints a JSON line each time that the function has come further.
 */
runCommand(async () => {
  const { client, indexer } = isDeployed() ? deployed() : running();
  let progress = await invoke(client, indexer, { rebuild: true });
  await print(`${JSON.stringify(progress)}\n`);
  while (!progress.isDone) {
    progress = await invoke(client, indexer, {});
    await print(`${JSON.stringify(progress)}\n`);
  }
});

function isDeployed(): boolean {
  try {
    return parseArgs({ options: { deployed: { type: 'boolean' } } }).values.deployed === true;
  } catch (cause) {
    throw new UsageError(`${(cause as Error).message}\n${USAGE}`, { cause });
  }
}

function running() {
  const cloud = StateFolder.ofEnvironment(process.env).runningCloud();
  const { lambda: endpoint, region, credentials } = cloud;
  const client = new LambdaClient({ endpoint, region, credentials });
  return { client, indexer: indexerOf(cloud.outputsFile).name };
}

function deployed() {
  const { name, region } = indexerOf(DEPLOYED_OUTPUTS);
  return { client: new LambdaClient({ region }), indexer: name };
}

/** @throws InputFileError, DamagedFileError, NoIndexerError */
function indexerOf(file: string): { name: string; region: string } {
  if (!existsSync(file)) throw new InputFileError(file, { cause: { code: 'ENOENT' } });
  let outputs: { auth?: { aws_region?: string }; custom?: { indexer?: string } };
  try {
    outputs = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new DamagedFileError(file, { cause });
  }
  const { auth, custom } = outputs;
  if (!custom?.indexer || !auth?.aws_region) throw new NoIndexerError(file);
  return { name: custom.indexer, region: auth.aws_region };
}

/** @throws IndexingFailedError */
async function invoke(client: LambdaClient, FunctionName: string, event: object): Promise<Progress> {
  const answer = await client.send(
    new InvokeCommand({ FunctionName, Payload: Buffer.from(JSON.stringify(event)) }),
  );
  const told = JSON.parse(Buffer.from(answer.Payload ?? []).toString() || 'null');
  if (answer.FunctionError) throw new IndexingFailedError(told?.errorMessage ?? answer.FunctionError);
  return told as Progress;
}
