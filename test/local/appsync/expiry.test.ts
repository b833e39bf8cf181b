import type { Schema } from '../../../amplify/data/schema';
import { amplifyEnhancements } from '../../../src/data/amplify/enhancementService';
import { configureAmplify } from './amplifyUser';
import { CREATE_RUN, RUN, UPDATE_RUN } from './enhancementRun';
import { type RunningApi, startApi } from './runningApi';
import { productAssembly } from './synthesized';

let running: RunningApi;
let amplify: ReturnType<typeof configureAmplify<Schema>>;
let start: string;

beforeAll(async () => {
  running = await startApi(await productAssembly(), async () => null);
  amplify = configureAmplify<Schema>(running);
  start = running.assembly.functions.find(({ name }) => name.startsWith('start'))?.name ?? '';
}, 120_000);
afterAll(() => running?.close());

const seconds = () => Math.floor(Date.now() / 1000);

test('a subscription ends with its token and hears of nothing after it; the page goes on with a fresh one', async () => {
  const { data } = await running.askAs(start, CREATE_RUN, { input: RUN });
  const { id } = data.createEnhancement as { id: string };
  const progress = (value: number) =>
    running.askAs(start, UPDATE_RUN, { input: { id, stage: 'DRAFTING', progress: value } });

  // The client says in the console why it connects anew.
  const warnings = jest.spyOn(console, 'warn').mockImplementation();
  amplify.as(await running.pool.accessToken('owner', [], { exp: seconds() + 3 }));
  const seen: string[] = [];
  const waiting: Array<{ what: string; done(): void }> = [];
  const tell = (what: string) => {
    seen.push(what);
    for (const one of waiting.filter((waiter) => waiter.what === what)) one.done();
  };
  const next = (what: string) => new Promise<void>((done) => waiting.push({ what, done }));
  const [connected, first, ended] = [next('connected'), next('progress 2'), next('interrupted')];
  const stop = amplifyEnhancements.watch(RUN.postMortemId, 'sub-owner', {
    onConnected: () => tell('connected'),
    onInterrupted: () => tell('interrupted'),
    onSnapshot: ({ progress: value }) => tell(`progress ${value}`),
  });
  await connected;
  await progress(2);
  await first;
  await ended;
  // Nobody is signed in any more, as far as the server can know.
  await progress(3);
  expect(seen).not.toContain('progress 3');

  const again = next('connected');
  amplify.as(await running.pool.accessToken('owner'));
  await again;
  const fresh = next('progress 4');
  await progress(4);
  await fresh;
  expect(seen).not.toContain('progress 3');
  stop();
  warnings.mockRestore();
});
