import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetDurableExecutionHistoryCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { PublishedVersions } from '../../../local/lambda';
import { manualClock } from '../triggers/manualClock';
import { ended, startExecution, until, Workbench } from './lambdaUnderTest';

const bench = new Workbench();
const clock = manualClock(Date.now());
const folder = join(bench.root, 'versions');
const versions = new PublishedVersions(folder);
let code: string;

beforeEach(async () => {
  bench.forgetCalls();
  for (const kept of [folder, bench.stateDir]) rmSync(kept, { recursive: true, force: true });
  code = await bench.bundle('released');
});
afterEach(() => bench.stop());
afterAll(() => bench.dispose());

/** The handler's bundle after an edit. */
function release(word: string): string {
  const assetDir = join(bench.root, `release-${word}`);
  cpSync(code, assetDir, { recursive: true });
  const file = join(assetDir, 'index.js');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('release one', `release ${word}`));
  return assetDir;
}

/** Starts the endpoint as a start of the local cloud does: what is published is what the assembly holds. */
async function deployed(assetDir: string) {
  const all = versions.publish({ name: 'review', assetDir, handler: 'index.handler' });
  const lambda = await bench.start(
    [
      bench.durable('review', assetDir, {
        durable: { executionTimeoutSeconds: 86_400, retentionDays: 1 },
        versions: [all.at(-1)?.version ?? 'none'],
        earlier: all.slice(0, -1),
      }),
    ],
    { clock },
  );
  versions.keepOnly(lambda.inUse());
  return { lambda, client: bench.client(lambda.endpoint) };
}

const asleep = (client: LambdaClient, DurableExecutionArn: string) =>
  until(async () => {
    const { Events = [] } = await client.send(new GetDurableExecutionHistoryCommand({ DurableExecutionArn }));
    return Events.some(({ EventType }) => EventType === 'InvocationCompleted');
  });

const named = (DurableExecutionName: string) => ({ DurableExecutionName });

test('what waits while its function is deployed anew goes on with its own code; what starts later has the new', async () => {
  const first = await deployed(code);
  const old = await startExecution(first.client, 'review', {}, named('old'));
  await asleep(first.client, old);
  await bench.stop();
  const edited = release('two');
  // An assembly is replaced by the next one.
  rmSync(code, { recursive: true });

  const { client, lambda } = await deployed(edited);
  expect([lambda.resumed, lambda.damaged]).toEqual([['old'], []]);
  const fresh = await startExecution(client, 'review', {}, named('fresh'));
  await asleep(client, fresh);
  clock.advance(3_600_000);
  expect(JSON.parse((await ended(client, old)).Result ?? '')).toEqual(['release one', 'release one', '1']);
  expect(JSON.parse((await ended(client, fresh)).Result ?? '')).toEqual(['release two', 'release two', '2']);
  expect(await ended(client, fresh)).toMatchObject({ Version: '2' });
  // By its number the old code can still be asked for, by its alias the new one is.
  const asked = await startExecution(client, 'review', {}, { ...named('asked'), Qualifier: '1' });
  await asleep(client, asked);
  expect(bench.callsSoFar().at(-1)).toBe('release one');
});

test('an execution whose code is gone stays as it is and is named; it never goes on with other code', async () => {
  const first = await deployed(code);
  const arn = await startExecution(first.client, 'review', {}, named('stranded'));
  await asleep(first.client, arn);
  await bench.stop();
  const edited = release('two');
  versions.publish({ name: 'review', assetDir: edited, handler: 'index.handler' });
  rmSync(join(folder, 'review', '1'), { recursive: true });

  const { client, lambda } = await deployed(edited);
  expect(lambda.resumed).toEqual([]);
  expect(lambda.damaged.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /^The execution stranded began on version 1 of review, whose code is not kept here/,
    ),
  ]);
  clock.advance(3_600_000);
  const fresh = await startExecution(client, 'review', {}, named('fresh'));
  await asleep(client, fresh);
  expect(bench.callsSoFar()).toEqual(['release one', 'release two']);
});

const publish = (assetDir: string, handler = 'index.handler') =>
  versions.publish({ name: 'review', assetDir, handler }).map(({ version }) => version);

test('the same code is the same version, however often it is deployed; other code or another handler is the next', () => {
  expect(publish(code)).toEqual(['1']);
  expect(publish(code)).toEqual(['1']);
  expect(publish(release('two'))).toEqual(['1', '2']);
  expect(publish(release('two'), 'index.other')).toEqual(['1', '2', '3']);
  // Back to the first code: as in AWS, a version is never written again.
  expect(publish(code)).toEqual(['1', '2', '3', '4']);
});

test('code that nothing goes on with is removed at the next start, but the newest stays', () => {
  for (const word of ['one', 'two', 'three']) publish(release(word));
  versions.keepOnly([{ functionName: 'review', version: '2' }]);
  expect(readdirSync(join(folder, 'review')).sort()).toEqual(['2', '3']);
  versions.keepOnly([{ functionName: 'other', version: '2' }]);
  expect(publish(release('four'))).toEqual(['3', '4']);
});

test('what a crash left of a version is no version', () => {
  publish(code);
  const half = join(folder, 'review', 'unfinished');
  mkdirSync(join(half, 'code'), { recursive: true });
  writeFileSync(join(half, 'code', 'index.js'), 'half of');
  expect(publish(release('two'))).toEqual(['1', '2']);
  expect(existsSync(half)).toBe(false);
  expect(readdirSync(join(folder, 'review', '2', 'code'))).toEqual(['index.js']);
});

test('a version that cannot be read is named with its folder, before anything runs on it', () => {
  publish(code);
  writeFileSync(join(folder, 'review', '1', 'version.json'), '{');
  expect(() => publish(code)).toThrow(/Version 1 of review in .*review.1 is not readable/);
});
