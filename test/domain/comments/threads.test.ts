import type { Comment } from '../../../domain/comments/comment';
import { isResolved, sizeOf, threadsOf, withTold } from '../../../domain/comments/threads';
import { comment as stored } from '../../src/fakes/fakeTalk';

const comment = (id: string, minute: number, more: Partial<Comment> = {}): Comment => {
  const at = new Date(Date.UTC(2026, 2, 4, 12, minute)).toISOString();
  return stored(id, { createdAt: at, updatedAt: at, ...more });
};

const told = (comments: readonly Comment[]) =>
  threadsOf(comments).map(({ first, replies }) => [first.id, ...replies.map(({ id }) => id)].join(' '));

test('threads stand in the order in which they began, and replies in the order in which they came', () => {
  const second = comment('second', 5);
  const late = comment('late', 9, { threadId: 'first' });
  const early = comment('early', 3, { threadId: 'first' });
  expect(told([late, second, early, comment('first', 1)])).toEqual(['first early late', 'second']);
});

test('a deleted reply is gone; a deleted beginning stays as long as others have replied to it', () => {
  const deletedAt = '2026-03-04T13:00:00.000Z';
  const reply = comment('reply', 2, { threadId: 'gone' });
  const gone = comment('gone', 1, { deletedAt });
  const [thread] = threadsOf([gone, reply]);
  expect(thread && sizeOf(thread)).toBe(1);
  expect(told([gone, reply])).toEqual(['gone reply']);
  expect(told([gone, { ...reply, deletedAt }])).toEqual([]);
});

test('a reply whose thread has not been heard of waits for it', () => {
  const reply = comment('reply', 2, { threadId: 'unheard' });
  expect(told([reply])).toEqual([]);
  expect(told([reply, comment('unheard', 1)])).toEqual(['unheard reply']);
});

test('of two tellings of a comment the later one holds, in whichever order they come', () => {
  const open = comment('one', 1);
  const resolved = { ...open, updatedAt: '2026-03-04T14:00:00.000Z', resolvedAt: '2026-03-04T14:00:00.000Z' };
  for (const order of [
    [open, resolved],
    [resolved, open],
  ]) {
    const [thread] = threadsOf(withTold(new Map(), order).values());
    expect(thread && isResolved(thread)).toBe(true);
  }
});
