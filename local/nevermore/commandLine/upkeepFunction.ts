import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DamagedFileError } from '../../errors';
import { StateFolder } from '../../stateFolder';
import { IndexingFailedError, InputFileError, NoIndexerError } from './errors';

const DEPLOYED_OUTPUTS = resolve(import.meta.dirname, '../../..', 'amplify_outputs.json');

/** Calls a function, and answers what it answers. @throws IndexingFailedError */
export type CallFunction = <Progress>(event: object) => Promise<Progress>;

/**
 * A function that keeps an index, by what `custom` in the outputs calls it: of the running local cloud, or of the
 * backend that `amplify_outputs.json` names, with the AWS credentials of whoever calls.
 * @throws InputFileError, DamagedFileError, NoIndexerError, NotRunningError
 */
export function upkeepFunction(
  called: 'indexer' | 'archivist' | 'memoryIndexer',
  isDeployed: boolean,
): CallFunction {
  const { client, name } = isDeployed ? deployed(called) : running(called);
  return async <Progress>(event: object) => {
    const answer = await client.send(
      new InvokeCommand({ FunctionName: name, Payload: Buffer.from(JSON.stringify(event)) }),
    );
    const told = JSON.parse(Buffer.from(answer.Payload ?? []).toString() || 'null');
    if (answer.FunctionError) throw new IndexingFailedError(told?.errorMessage ?? answer.FunctionError);
    return told as Progress;
  };
}

function running(called: string) {
  const cloud = StateFolder.ofEnvironment(process.env).runningCloud();
  const { lambda: endpoint, region, credentials } = cloud;
  const client = new LambdaClient({ endpoint, region, credentials });
  return { client, name: namedIn(cloud.outputsFile, called).name };
}

function deployed(called: string) {
  const { name, region } = namedIn(DEPLOYED_OUTPUTS, called);
  return { client: new LambdaClient({ region }), name };
}

function namedIn(file: string, called: string): { name: string; region: string } {
  if (!existsSync(file)) throw new InputFileError(file, { cause: { code: 'ENOENT' } });
  let outputs: { auth?: { aws_region?: string }; custom?: Record<string, string> };
  try {
    outputs = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new DamagedFileError(file, { cause });
  }
  const { auth, custom } = outputs;
  const name = custom?.[called];
  if (!name || !auth?.aws_region) throw new NoIndexerError(file);
  return { name, region: auth.aws_region };
}
