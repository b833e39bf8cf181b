import { OfflineError, SessionExpiredError } from '../../../../src/data/errors';
import { CommentDesk, LATER_SECONDS, UNDO_SECONDS } from '../../../../src/features/comments/commentDesk';
import { CommentDrafts } from '../../../../src/features/comments/drafts';
import { comment, FakeComments } from '../../fakes/fakeTalk';
import { MemoryStorage } from '../../fakes/memoryStorage';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

/** A page with a desk, on a device that may be used again. */
async function opened({ store = new FakeComments(), storage = new MemoryStorage() } = {}) {
  const expired = jest.fn();
  const desk = new CommentDesk({
    postMortemId: 'pm',
    userId: 'me',
    comments: store,
    drafts: new CommentDrafts(storage, 'me', 'pm'),
    now: Date.now,
    after: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    onSessionExpired: expired,
  });
  await pass(0);
  const shown = () => (desk.state().threads ?? []).map(({ first }) => first.text);
  return { desk, store, storage, expired, shown };
}
const withMine = () => {
  const store = new FakeComments();
  store.stored.set('mine', comment('mine', { author: { id: 'me', name: 'me@example.com' } }));
  return store;
};
const NEW = { id: 'new', threadId: null, place: 'impact', quote: null };

test('what another person says is there at once, and is announced; what I said myself is not', async () => {
  const { store, desk, shown } = await opened();
  store.watcher?.onTold(comment('theirs'));
  expect([shown(), desk.state().news]).toEqual([['theirs'], 'ada@example.com commented on root cause.']);
  store.watcher?.onTold(comment('mine', { author: { id: 'me', name: 'me' }, place: 'impact' }));
  store.watcher?.onTold(comment('theirs', { text: 'changed', updatedAt: '2026-03-04T12:01:00.000Z' }));
  expect([shown(), desk.state().news]).toEqual([
    ['mine', 'changed'],
    'ada@example.com commented on root cause.',
  ]);
});

test('what was said while the connection was away is read when it is back', async () => {
  const { store, shown } = await opened();
  store.stored.set('missed', comment('missed'));
  store.watcher?.onConnected();
  await pass(0);
  expect(shown()).toEqual(['missed']);
});

test('comments that cannot be read are said so, and what was read before stays', async () => {
  const store = withMine();
  const { desk, shown } = await opened({ store });
  store.failure = new OfflineError();
  await desk.read();
  expect([shown(), desk.state().problem]).toEqual([['mine'], expect.any(OfflineError)]);
  await desk.read();
  expect(desk.state().problem).toBeNull();
});

test('what could not be sent is told to whoever sent it, and an ended session to the page', async () => {
  const { desk, store, expired } = await opened();
  store.failure = new OfflineError();
  await expect(desk.add({ ...NEW, text: 'one' })).rejects.toThrow(OfflineError);
  expect(expired).not.toHaveBeenCalled();
  store.failure = new SessionExpiredError();
  await expect(desk.add({ ...NEW, text: 'two' })).rejects.toThrow(SessionExpiredError);
  expect(expired).toHaveBeenCalledTimes(1);
});

test('a deleted comment is gone at once and reaches the server when it can no longer be called off', async () => {
  const { desk, store, shown } = await opened({ store: withMine() });
  const deleted = desk.delete('mine');
  expect(shown()).toEqual([]);
  await pass(UNDO_SECONDS * 1_000 - 1);
  expect(store.calls).not.toContain('delete mine');
  await pass(1);
  await deleted;
  expect([store.calls.at(-1), shown()]).toEqual(['delete mine', []]);
});

test('a deletion that was called off never reaches the server', async () => {
  const { desk, store, shown, storage } = await opened({ store: withMine() });
  const deleted = desk.delete('mine');
  desk.undoDelete('mine');
  await deleted;
  await pass(UNDO_SECONDS * 2_000);
  expect([shown(), store.calls, storage.length]).toEqual([['mine'], ['of'], 0]);
});

test('a comment that the server would not delete is there again', async () => {
  const { desk, store, shown } = await opened({ store: withMine() });
  const deleted = desk.delete('mine');
  store.failure = new OfflineError();
  const refused = expect(deleted).rejects.toThrow(OfflineError);
  await pass(UNDO_SECONDS * 1_000);
  await refused;
  expect(shown()).toEqual(['mine']);
});

test('a page that is left does not wait with what was deleted, and one that was closed carries it out the next time', async () => {
  const left = await opened({ store: withMine() });
  void left.desk.delete('mine');
  left.desk.leave();
  await pass(0);
  expect(left.store.calls).toContain('delete mine');

  const store = withMine();
  const closed = await opened({ store });
  void closed.desk.delete('mine');
  await pass(5_000);
  // It crashed: nothing of it goes on.
  jest.clearAllTimers();
  const again = await opened({ store, storage: closed.storage });
  expect(again.shown()).toEqual([]);
  await pass((UNDO_SECONDS + LATER_SECONDS) * 1_000);
  expect([again.shown(), store.calls.filter((call) => call === 'delete mine')]).toEqual([
    [],
    ['delete mine'],
  ]);
  expect(closed.storage.length).toBe(0);
});

describe('with the document open in two windows', () => {
  const windows = async () => {
    const store = withMine();
    store.stored.set('second', comment('second', { author: { id: 'me', name: 'me@example.com' } }));
    const one = await opened({ store });
    const deleted = one.desk.delete('mine');
    const other = await opened({ store, storage: one.storage });
    return { store, one, other, deleted };
  };
  const deletions = (store: FakeComments) => store.calls.filter((call) => call.startsWith('delete'));

  test('what one deletes stays to be called off there, and the other shows it again', async () => {
    const { store, one, other, deleted } = await windows();
    await pass(UNDO_SECONDS * 1_000 - 1);
    expect([deletions(store), other.shown()]).toEqual([[], ['second']]);
    one.desk.undoDelete('mine');
    await deleted;
    other.desk.leave();
    await pass((UNDO_SECONDS + LATER_SECONDS) * 1_000);
    expect([deletions(store), one.shown()]).toEqual([[], ['mine', 'second']]);
    const third = await opened({ store, storage: one.storage });
    expect(third.shown()).toEqual(['mine', 'second']);
  });

  test('it is carried out once', async () => {
    const { store, one, other, deleted } = await windows();
    await pass(UNDO_SECONDS * 1_000);
    await deleted;
    await pass(LATER_SECONDS * 1_000);
    expect([deletions(store), one.shown(), other.desk.state().problem]).toEqual([
      ['delete mine'],
      ['second'],
      null,
    ]);
  });

  test('what the other deletes and calls off takes nothing from what one has deleted', async () => {
    const { store, other } = await windows();
    void other.desk.delete('second');
    other.desk.undoDelete('second');
    expect([...other.desk.drafts.leaving().keys()]).toEqual(['mine']);
    await pass((UNDO_SECONDS + LATER_SECONDS) * 1_000);
    expect(deletions(store)).toEqual(['delete mine']);
  });

  test('a clock that was set back in between keeps it waiting no longer than another deletion', async () => {
    const { store, one } = await windows();
    one.desk.drafts.keepLeaving('second', Date.now() + 3_600_000);
    await opened({ store, storage: one.storage });
    await pass((UNDO_SECONDS + LATER_SECONDS) * 1_000);
    expect(deletions(store)).toContain('delete second');
  });
});

test('a thread is resolved and opened again', async () => {
  const { desk } = await opened({ store: withMine() });
  for (const isResolved of [true, false]) {
    await desk.resolve('mine', isResolved);
    expect(desk.state().threads?.[0]?.first.resolvedAt !== null).toBe(isResolved);
  }
});

describe('what was typed and not sent', () => {
  const draft = { id: 'd', text: 'half a sent', quote: null };

  test('is there after a reload, for each place by itself, and gone when it was sent or let go', () => {
    const storage = new MemoryStorage();
    const drafts = () => new CommentDrafts(storage, 'me', 'pm');
    drafts().keep('new impact', draft);
    drafts().keep('reply one', { ...draft, text: 'reply' });
    expect(drafts().read('new impact')).toEqual(draft);
    expect(drafts().read('new rootCause')).toBeNull();
    expect(drafts().keys()).toEqual(['new impact', 'reply one']);
    const others = new CommentDrafts(storage, 'somebody', 'pm');
    expect([others.read('new impact'), others.keys()]).toEqual([null, []]);
    drafts().keep('new impact', null);
    drafts().keep('reply one', { ...draft, text: '' });
    expect(storage.length).toBe(0);
  });

  test('is said not to be kept when the device has no room, and a broken entry is not offered', () => {
    const storage = new MemoryStorage();
    const drafts = new CommentDrafts(storage, 'me', 'pm');
    storage.setItem('nevermore.comments.me.pm.new impact', '{"text":');
    expect(drafts.read('new impact')).toBeNull();
    storage.room = 5;
    expect(drafts.keep('new impact', draft)).toBe(false);
  });
});
