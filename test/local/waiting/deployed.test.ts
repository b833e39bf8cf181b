import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WAITING_BACKEND } from '../appsync/synthesized';
import { newPlace, type Place } from '../cloud/composedCloud';
import { waitersOf } from './waiters';

jest.setTimeout(300_000);

const project = mkdtempSync(join(tmpdir(), 'waiting-'));
let place: Place;
beforeAll(async () => {
  place = await newPlace('waiting');
  // Its own, because each edit makes an assembly and removes the one before.
  rmSync(join(place.state, 'assembly'));
  cpSync(WAITING_BACKEND, project, { recursive: true });
});
afterAll(async () => {
  await place.dispose();
  rmSync(project, { recursive: true });
});

const edit = (from: string, to: string) => {
  const file = join(project, 'amplify/functions/waiter/handler.ts');
  const source = readFileSync(file, 'utf8');
  expect(source).toContain(from);
  writeFileSync(file, source.replaceAll(from, to));
};
const start = () => place.start({ BACKEND_UNDER_TEST: project });
const resultOf = ({ Result }: { Result?: string }) => JSON.parse(Result ?? '{}').release;

test('what waits while the code is changed and the local cloud starts again ends with the code it began with', async () => {
  const waiters = waitersOf(place);
  const first = await start();
  const old = await waiters.start('old', 1);
  await waiters.event(old, 'InvocationCompleted');
  await first.kill();

  // A step more in front of the others: the old run's operations would not fit this code.
  edit('release one', 'release two');
  edit(
    "await context.step('record'",
    "await context.step('greet', async () => say('greet'));\n  await context.step('record'",
  );
  const second = await start();
  expect(second.resumed).toEqual(['old']);
  const fresh = await waiters.start('fresh', 1);
  for (const run of ['old', 'fresh']) await waiters.answer(run);
  const [before, after] = [await waiters.ended(old), await waiters.ended(fresh)];
  expect([before.Status, resultOf(before), before.Version]).toEqual(['SUCCEEDED', 'release one', '1']);
  expect([after.Status, resultOf(after), after.Version]).toEqual(['SUCCEEDED', 'release two', '2']);
  expect(waiters.lines('old').map((line) => line.split(' ')[0])).toEqual([
    'record',
    'ask',
    'decide',
    'send',
    'send',
  ]);
  expect(waiters.lines('fresh')[0]).toBe('greet');
});
