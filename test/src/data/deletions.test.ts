import { CALL_OFF_SECONDS, Deletions, withoutWaiting } from '../../../src/data/deletions';
import { NotFoundOrNotYoursError, OfflineError } from '../../../src/data/errors';
import { FakePostMortems } from '../fakes/fakePostMortems';
import { MemoryStorage } from '../fakes/memoryStorage';

const WAIT = CALL_OFF_SECONDS * 1_000;

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** A device on which pages are opened, and the server they speak to. */
function device() {
  const storage = new MemoryStorage();
  const postMortems = new FakePostMortems('me');
  const page = () =>
    new Deletions({
      storage,
      userId: 'me',
      postMortems,
      now: Date.now,
      after: (milliseconds, callback) => {
        const timer = setTimeout(callback, milliseconds);
        return () => clearTimeout(timer);
      },
    });
  const sent = () => postMortems.calls.filter((call) => call === 'delete').length;
  return { storage, postMortems, page, sent };
}

const unexpected = (error: unknown) => {
  throw error;
};

describe('a deletion', () => {
  it('reaches the server when the time to call it off is over, and not before', async () => {
    const { page, sent } = device();
    const deletions = page();
    const fate = deletions.ask('pm');
    expect(deletions.isWaiting('pm')).toBe(true);
    await jest.advanceTimersByTimeAsync(WAIT - 1);
    expect(sent()).toBe(0);
    await jest.advanceTimersByTimeAsync(1);
    expect(await fate).toBe('deleted');
    expect(sent()).toBe(1);
    expect(deletions.isWaiting('pm')).toBe(false);
  });

  it('that is called off never reaches the server, so that the drafts are still there', async () => {
    const { page, sent } = device();
    const deletions = page();
    const fate = deletions.ask('pm');
    await jest.advanceTimersByTimeAsync(WAIT - 1);
    expect(deletions.callOff('pm')).toBe(true);
    expect(await fate).toBe('calledOff');
    await jest.advanceTimersByTimeAsync(10 * WAIT);
    expect(sent()).toBe(0);
    expect(deletions.isWaiting('pm')).toBe(false);
  });

  it('says that it is too late to call it off', async () => {
    const { page } = device();
    const deletions = page();
    const fate = deletions.ask('pm');
    await jest.advanceTimersByTimeAsync(WAIT);
    await fate;
    expect(deletions.callOff('pm')).toBe(false);
  });

  it('that the server refuses leaves everything as it was, and says why', async () => {
    const { page, postMortems } = device();
    const deletions = page();
    postMortems.failures = [new OfflineError()];
    const fate = deletions.ask('pm').catch((error: unknown) => error);
    await jest.advanceTimersByTimeAsync(WAIT);
    expect(await fate).toBeInstanceOf(OfflineError);
    expect(deletions.isWaiting('pm')).toBe(false);
  });

  it('of what is gone already is done', async () => {
    const { page, postMortems } = device();
    postMortems.failures = [new NotFoundOrNotYoursError('pm')];
    const fate = page().ask('pm');
    await jest.advanceTimersByTimeAsync(WAIT);
    expect(await fate).toBe('deleted');
  });

  it('is carried out at once where the device cannot remember it', async () => {
    const { page, storage, sent } = device();
    storage.room = 0;
    const fate = page().ask('pm');
    await jest.advanceTimersByTimeAsync(0);
    expect(await fate).toBe('deleted');
    expect(sent()).toBe(1);
  });
});

describe('a page that was closed while a deletion waited', () => {
  it('carries it out when it is opened again, once its time is over', async () => {
    const { page, sent, storage } = device();
    storage.setItem('nevermore.deleting.me.pm', String(Date.now() + WAIT));
    page().resume(unexpected);
    await jest.advanceTimersByTimeAsync(WAIT - 1);
    expect(sent()).toBe(0);
    await jest.advanceTimersByTimeAsync(1);
    expect(sent()).toBe(1);
    expect(page().isWaiting('pm')).toBe(false);
  });

  it('carries it out at once after its time, and leaves those of other people alone', async () => {
    const { page, sent, storage } = device();
    storage.setItem('nevermore.deleting.me.pm', String(Date.now() - 1));
    storage.setItem('nevermore.deleting.other.pm', String(Date.now() - 1));
    page().resume(unexpected);
    await jest.advanceTimersByTimeAsync(0);
    expect(sent()).toBe(1);
    expect(storage.getItem('nevermore.deleting.other.pm')).not.toBeNull();
  });

  it('tries again the next time when it cannot', async () => {
    const { page, sent, storage, postMortems } = device();
    storage.setItem('nevermore.deleting.me.pm', '0');
    postMortems.failures = [new OfflineError()];
    const failed: unknown[] = [];
    page().resume((error) => failed.push(error));
    await jest.advanceTimersByTimeAsync(0);
    expect(failed).toEqual([expect.any(OfflineError)]);
    expect(page().isWaiting('pm')).toBe(true);
    page().resume(unexpected);
    await jest.advanceTimersByTimeAsync(0);
    expect(sent()).toBe(2);
    expect(page().isWaiting('pm')).toBe(false);
  });
});

it('a second page of the same device does not carry out what the first one has called off', async () => {
  const { page, sent } = device();
  const first = page();
  const fate = first.ask('pm');
  page().resume(unexpected);
  await jest.advanceTimersByTimeAsync(WAIT / 2);
  first.callOff('pm');
  await fate;
  await jest.advanceTimersByTimeAsync(WAIT);
  expect(sent()).toBe(0);
});

it('what is on its way out is not listed, and is again once it is called off', async () => {
  const { page } = device();
  const deletions = page();
  const items = [{ id: 'pm' }, { id: 'other' }] as never;
  const library = withoutWaiting(
    { listOwned: async () => ({ items, unreadable: 0, next: 'more' }) },
    deletions,
  );
  const query = { severity: '', status: '', limit: 50, next: null } as const;
  void deletions.ask('pm');
  expect(await library.listOwned('me', query)).toEqual({
    items: [{ id: 'other' }],
    unreadable: 0,
    next: 'more',
  });
  deletions.callOff('pm');
  await jest.advanceTimersByTimeAsync(0);
  expect((await library.listOwned('me', query)).items).toHaveLength(2);
});
