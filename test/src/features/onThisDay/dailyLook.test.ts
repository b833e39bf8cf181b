import { emptyContent } from '../../../../src/data/content';
import { OfflineError } from '../../../../src/data/errors';
import type { ListingQuery } from '../../../../src/data/types';
import { DailyLook } from '../../../../src/features/onThisDay/dailyLook';
import { FakePostMortems } from '../../fakes/fakePostMortems';
import { MemoryStorage } from '../../fakes/memoryStorage';

const device = () => ({ device: new MemoryStorage(), tab: new MemoryStorage() });
const lookOf = (stores: ReturnType<typeof device>, today = '2026-03-01', userId = 'me') =>
  new DailyLook(stores, { userId, today, zone: 'UTC' });

/** Three thousand post-mortems, of which the oldest began on the first of March of last year. */
async function library(startedAt: string | null) {
  const server = new FakePostMortems('me');
  for (let index = 0; index < 3_000; index++) {
    const started = index === 0 ? startedAt : null;
    await server.create(
      `pm-${index}`,
      { ...emptyContent(), title: `Incident ${index}`, startedAt: started },
      [],
    );
  }
  server.calls = [];
  const list = (query: ListingQuery) => server.listOwned('me', query);
  return { server, list };
}
const never = new AbortController().signal;
const titles = (found: { title: string }[] | undefined) => found?.map(({ title }) => title);

it('finds the oldest of thousands, in whichever lists it stands, and once', async () => {
  const { server, list } = await library('2025-03-01T10:00:00Z');
  const stores = device();
  expect(lookOf(stores).found()).toBeUndefined();
  expect(titles(await lookOf(stores).look([list, list], never))).toEqual(['Incident 0']);
  expect(server.calls).toHaveLength(6);
  expect(titles(lookOf(stores).found())).toEqual(['Incident 0']);
});

it('looks once a day, for each person, and keeps no title on the device', async () => {
  const { list } = await library('2025-03-01T10:00:00Z');
  const stores = device();
  await lookOf(stores).look([list], never);
  expect(stores.device.length).toBe(0);
  expect(lookOf(stores, '2026-03-02').found()).toBeUndefined();
  expect(lookOf(stores, '2026-03-01', 'somebody else').found()).toBeUndefined();

  const empty = await library(null);
  await lookOf(stores, '2026-03-02').look([empty.list], never);
  expect(lookOf({ ...stores, tab: new MemoryStorage() }, '2026-03-02').found()).toEqual([]);
});

it('is put away for the day, and comes back on the next', () => {
  const stores = device();
  lookOf(stores).dismiss();
  expect(lookOf(stores).isDismissed()).toBe(true);
  expect(lookOf(stores, '2026-03-02').isDismissed()).toBe(false);
  expect(lookOf(stores, '2026-03-01', 'somebody else').isDismissed()).toBe(false);
});

it('keeps nothing of a look that failed or was left, so that the next one looks again', async () => {
  const { server, list } = await library(null);
  const stores = device();
  server.failures = [new OfflineError()];
  await expect(lookOf(stores).look([list], never)).rejects.toBeInstanceOf(OfflineError);
  const left = new AbortController();
  const looking = lookOf(stores).look([list], left.signal);
  left.abort();
  await looking;
  expect(lookOf(stores).found()).toBeUndefined();
});
