import { emptyContent } from '../../../../src/data/content';
import { OfflineError } from '../../../../src/data/errors';
import { countWords } from '../../../../src/features/library/counts';
import { type Filters, filterAndSort, NO_FILTERS } from '../../../../src/features/library/filters';
import { LibraryReader, ROWS_AT_A_TIME } from '../../../../src/features/library/libraryReader';
import { FakePostMortems } from '../../fakes/fakePostMortems';

/** A library of so many post-mortems, the first of them the oldest, and somebody who looks into it. */
async function library(count: number) {
  const server = new FakePostMortems('me');
  for (let index = 0; index < count; index++) {
    const severity = index % 100 === 0 ? 'SEV1' : 'SEV3';
    const content = {
      ...emptyContent(),
      title: index === 0 ? 'The oldest needle' : `Incident ${index}`,
      severity,
    } as const;
    await server.create(`pm-${index}`, content, []);
  }
  server.calls = [];
  const reader = new LibraryReader((query) => server.listOwned('me', query));
  const look = async (filters: Partial<Filters> = {}, rows = ROWS_AT_A_TIME) => {
    const view = { filters: { ...NO_FILTERS, ...filters }, rows };
    reader.show(view);
    while (reader.reading().isReading) await new Promise(setImmediate);
    const matching = filterAndSort(reader.reading().items, view.filters);
    return {
      titles: matching.slice(0, rows).map(({ title }) => title),
      words: countWords(reader.reading(), view, matching.length),
    };
  };
  return { server, reader, look, asked: () => server.calls.filter((call) => call === 'listOwned').length };
}

describe('a library of thousands', () => {
  it('shows its first rows after one question, and says that there are more', async () => {
    const { look, asked, reader } = await library(3_000);
    const { titles, words } = await look();
    expect(titles).toHaveLength(50);
    expect(titles[0]).toBe('Incident 2999');
    expect(words).toBe('The 50 last changed of many');
    expect([asked(), reader.reading().items.length]).toEqual([1, 51]);
  });

  it('reads the next rows only when they are asked for', async () => {
    const { look, asked } = await library(3_000);
    await look();
    const { titles, words } = await look({}, 100);
    expect(titles[99]).toBe('Incident 2900');
    expect(words).toBe('The 100 last changed of many');
    expect(asked()).toBe(2);
  });

  it('is searched to its end for the oldest title, in as few questions as the server allows', async () => {
    const { look, asked } = await library(3_000);
    await look();
    const before = asked();
    expect(await look({ search: 'NEEDLE old' })).toEqual({
      titles: ['The oldest needle'],
      words: '1 of 3,000',
    });
    expect(asked() - before).toBeLessThanOrEqual(3);
  });

  it('is read no further than a search needs', async () => {
    const { look, asked } = await library(3_000);
    await look({ search: 'incident' });
    expect(asked()).toBe(1);
  });

  it('is filtered by the server, and counts only what somebody has counted', async () => {
    const { look, reader } = await library(3_000);
    const { titles, words } = await look({ severity: 'SEV1' });
    expect(titles).toHaveLength(30);
    expect(words).toBe('30 found');
    expect(reader.reading().items).toHaveLength(30);
    expect((await look({ severity: 'SEV1', search: '2900' })).words).toBe('1 found');
    expect((await look({ search: '2900' })).words).toBe('1 of 3,000');
  });

  it('is read whole before it stands in another order', async () => {
    const { look, asked } = await library(3_000);
    const { titles, words } = await look({ sort: 'severity' });
    expect(titles[0]).toBe('Incident 2900');
    expect(words).toBe('50 of 3,000');
    expect(asked()).toBe(3);
  });

  it('forgets the answer to a question that is no longer asked', async () => {
    const { look, reader } = await library(200);
    reader.show({ filters: { ...NO_FILTERS, severity: 'SEV1' }, rows: 50 });
    const { titles } = await look({ severity: 'SEV3' });
    expect(titles).not.toContain('Incident 100');
    expect(titles).toHaveLength(50);
  });
});

describe('a small library', () => {
  it('is known whole, and so is its number, though it be exactly as many as are shown', async () => {
    for (const count of [1, 49, 50]) {
      const { look, asked } = await library(count);
      expect((await look()).words).toBe(`${count} in all`);
      expect(asked()).toBe(1);
    }
    expect((await (await library(0)).look()).words).toBe('');
  });

  it('stays on the screen when reading on fails, says so, and is read on demand', async () => {
    const { look, reader, server } = await library(120);
    await look();
    server.failures = [new OfflineError()];
    const { titles, words } = await look({}, 100);
    expect(titles).toHaveLength(51);
    expect(words).toBe('51 shown, and not all could be read');
    expect(reader.reading().error).toBeInstanceOf(OfflineError);
    reader.reload();
    expect((await look({}, 100)).titles).toHaveLength(100);
    expect(reader.reading().error).toBeNull();
  });

  it('shows what comes after when one is taken out, and lists nothing twice', async () => {
    const { look, reader, server } = await library(60);
    await look();
    reader.leaveOut('pm-59');
    expect((await look()).titles).toContain('Incident 9');
    server.changeElsewhere('pm-0', { title: 'Changed in between' });
    await look({}, 100);
    const ids = reader.reading().items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
