import { emptyContent } from '../../../../src/data/content';
import { OfflineError } from '../../../../src/data/errors';
import type { ListingQuery } from '../../../../src/data/types';
import { MOST, type Sources, TrendsReader } from '../../../../src/features/trends/trendsReader';
import { FakePostMortems } from '../../fakes/fakePostMortems';

/** A list of so many post-mortems, and what reads it. */
async function reading(count: number, sources: Partial<Sources> = {}) {
  const server = new FakePostMortems('me');
  for (let index = 0; index < count; index++)
    await server.create(`pm-${index}`, { ...emptyContent(), title: `Incident ${index}` }, []);
  server.calls = [];
  const list = (query: ListingQuery) => server.listOwned('me', query);
  const actions = async () => ({ listings: [], isWhole: true, unreadable: 0 });
  return { server, reader: new TrendsReader({ list, actions, ...sources }) };
}

it('reads a list to its end, page by page, and says how far it is', async () => {
  const { server, reader } = await reading(2_500);
  const seen: number[] = [];
  reader.subscribe(() => seen.push(reader.reading().listings.length));
  await reader.readOn();
  expect(reader.reading()).toMatchObject({ state: 'read', isWhole: true, error: null });
  expect(reader.reading().listings).toHaveLength(2_500);
  expect(reader.reading().actions).toEqual({ listings: [], isWhole: true, unreadable: 0 });
  expect(server.calls).toHaveLength(3);
  expect(seen).toEqual(expect.arrayContaining([1_000, 2_000, 2_500]));
});

it('reads no more than the first ten thousand, and says that there are others', async () => {
  let pages = 0;
  const endless: Sources['list'] = async ({ limit }) => {
    pages += 1;
    const items = Array.from({ length: limit }, (_, index) => ({ id: `${pages} ${index}` }));
    return { items: items as never, unreadable: 0, next: String(pages) };
  };
  const { reader } = await reading(0, { list: endless });
  await reader.readOn();
  expect(reader.reading()).toMatchObject({ state: 'read', isWhole: false });
  expect(reader.reading().listings).toHaveLength(MOST);
});

it('stops when it is told to, and reads on from there without counting anything twice', async () => {
  const { server, reader } = await reading(2_500);
  const unsubscribe = reader.subscribe(() => {
    if (reader.reading().listings.length !== 1_000) return;
    unsubscribe();
    reader.stop();
  });
  await reader.readOn();
  expect(reader.reading()).toMatchObject({ state: 'stopped', isWhole: false, error: null });
  const before = reader.reading().listings.length;
  expect(before).toBe(1_000);
  server.changeElsewhere('pm-3', { title: 'Moved to the front' });
  await reader.readOn();
  const ids = reader.reading().listings.map(({ id }) => id);
  expect(reader.reading().state).toBe('read');
  expect(new Set(ids).size).toBe(ids.length);
});

it('keeps what it has read when the connection is lost, and tries the same page again', async () => {
  const { server, reader } = await reading(1_500);
  server.failures = [null, new OfflineError()];
  await reader.readOn();
  expect(reader.reading()).toMatchObject({ state: 'stopped' });
  expect(reader.reading().error).toBeInstanceOf(OfflineError);
  expect(reader.reading().listings).toHaveLength(1_000);
  await reader.readOn();
  expect(reader.reading()).toMatchObject({ state: 'read', isWhole: true, error: null });
  expect(reader.reading().listings).toHaveLength(1_500);
});
