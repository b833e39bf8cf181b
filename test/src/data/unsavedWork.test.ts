import { emptyContent } from '../../../src/data/content';
import { NotKeptOnDeviceError, type UnsavedWork, UnsavedWorkJournal } from '../../../src/data/unsavedWork';
import { MemoryStorage } from '../fakes/memoryStorage';

const work = (id: string, summary: string, changedAt = '2026-03-04T12:00:00.000Z'): UnsavedWork => ({
  postMortemId: id,
  baseRevision: 3,
  base: emptyContent(),
  content: { ...emptyContent(), summary },
  changedAt,
});

describe('unsaved work', () => {
  it('is there again after a reload', () => {
    const storage = new MemoryStorage();
    new UnsavedWorkJournal(storage, 'ann').keep(work('pm', 'typed'));
    expect(new UnsavedWorkJournal(storage, 'ann').left('pm')).toEqual([work('pm', 'typed')]);
  });

  it('is not shown to somebody else who signs in on the same device', () => {
    const storage = new MemoryStorage();
    new UnsavedWorkJournal(storage, 'ann').keep(work('pm', 'typed'));
    const other = new UnsavedWorkJournal(storage, 'bob');
    expect(other.left('pm')).toEqual([]);
    expect(other.all()).toEqual([]);
  });

  it('lists everything that was left, the latest first', () => {
    const journal = new UnsavedWorkJournal(new MemoryStorage(), 'ann');
    journal.keep(work('old', 'a', '2026-03-04T12:00:00.000Z'));
    journal.keep(work('new', 'b', '2026-03-05T12:00:00.000Z'));
    expect(journal.all().map(({ postMortemId }) => postMortemId)).toEqual(['new', 'old']);
  });

  it('is forgotten once it is saved', () => {
    const journal = new UnsavedWorkJournal(new MemoryStorage(), 'ann');
    journal.keep(work('pm', 'typed'));
    journal.clear('pm');
    expect(journal.left('pm')).toEqual([]);
  });

  it('of two windows on one post-mortem is kept of both, and each takes away only its own', () => {
    const storage = new MemoryStorage();
    const [one, other] = [new UnsavedWorkJournal(storage, 'ann'), new UnsavedWorkJournal(storage, 'ann')];
    one.keep(work('pm', 'of one', '2026-03-04T12:00:00.000Z'));
    other.keep(work('pm', 'of the other', '2026-03-04T12:00:01.000Z'));
    expect(one.left('pm').map(({ content }) => content.summary)).toEqual(['of the other', 'of one']);
    one.clearContent('pm', work('pm', 'of one').content);
    expect(one.left('pm').map(({ content }) => content.summary)).toEqual(['of the other']);
  });

  it('that was kept before each window had its own entry is there too', () => {
    const storage = new MemoryStorage();
    storage.setItem('nevermore.unsaved.ann.pm', JSON.stringify({ version: 1, ...work('pm', 'typed') }));
    const journal = new UnsavedWorkJournal(storage, 'ann');
    expect(journal.left('pm')).toEqual([work('pm', 'typed')]);
    journal.clear('pm');
    expect(storage.length).toBe(0);
  });

  it('says so when the device has no room', () => {
    const storage = new MemoryStorage();
    storage.room = 10;
    expect(() => new UnsavedWorkJournal(storage, 'ann').keep(work('pm', 'typed'))).toThrow(
      NotKeptOnDeviceError,
    );
  });

  it('passes over an entry it cannot read, and leaves it where it is', () => {
    const storage = new MemoryStorage();
    storage.setItem('nevermore.unsaved.ann.pm', '{"version":1,"cont');
    const journal = new UnsavedWorkJournal(storage, 'ann');
    expect(journal.left('pm')).toEqual([]);
    expect(journal.all()).toEqual([]);
    expect(storage.length).toBe(1);
  });
});
