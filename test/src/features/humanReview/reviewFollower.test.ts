import { OfflineError, SessionExpiredError } from '../../../../src/data/errors';
import type { ShownReview } from '../../../../src/data/reviews';
import { ReviewFollower } from '../../../../src/features/humanReview/reviewFollower';
import { APPROVED, review } from './review';

/** A page that follows reviews, with a clock that moves when it is told to. */
function page() {
  const state = {
    stored: [] as ShownReview[],
    unreadable: 0,
    failure: null as Error | null,
    isSeen: true,
    looks: 0,
    news: 0,
    expired: 0,
    timers: [] as { ms: number; run(): void }[],
  };
  const follower = new ReviewFollower({
    postMortemId: 'pm',
    reviews: {
      of: async () => {
        state.looks += 1;
        if (state.failure) throw state.failure;
        return { reviews: state.stored, unreadable: state.unreadable };
      },
    },
    after: (ms, run) => {
      const timer = { ms, run };
      state.timers.push(timer);
      return () => {
        state.timers = state.timers.filter((one) => one !== timer);
      };
    },
    isSeen: () => state.isSeen,
    onNews: () => {
      state.news += 1;
    },
    onSessionExpired: () => {
      state.expired += 1;
    },
  });
  const settle = () => new Promise((done) => setImmediate(done));
  const ring = async () => {
    const [timer] = state.timers.splice(0, 1);
    timer?.run();
    await settle();
    return timer?.ms;
  };
  return { state, follower, settle, ring };
}

it('looks again while a review goes on, less and less often while nothing happens, and soon after something has', async () => {
  const { state, follower, settle, ring } = page();
  state.stored = [review()];
  follower.follow();
  await settle();
  const pauses: number[] = [];
  for (let look = 0; look < 12; look += 1) pauses.push((await ring()) ?? 0);
  expect(pauses[0]).toBe(2_000);
  expect([...pauses].sort((a, b) => a - b)).toEqual(pauses);
  expect(pauses.at(-1)).toBe(30_000);
  state.stored = [review({ progress: 4 })];
  await ring();
  expect(state.timers.map(({ ms }) => ms)).toEqual([2_000]);
  expect(state.news).toBe(1);
});

it('asks nothing where there is no review, and no more once it is over', async () => {
  const { state, follower, settle, ring } = page();
  follower.follow();
  await settle();
  expect([state.looks, state.timers]).toEqual([1, []]);
  state.stored = [review()];
  await follower.look();
  state.stored = [
    review({ progress: 9, stage: 'ENDED', decision: APPROVED, endedAt: '2026-03-05T12:01:00Z' }),
  ];
  await ring();
  expect(state.timers).toEqual([]);
});

it('asks nothing while nobody sees the page, and at once when somebody does again', async () => {
  const { state, follower, settle, ring } = page();
  state.stored = [review()];
  follower.follow();
  await settle();
  state.isSeen = false;
  await ring();
  follower.comeBack();
  expect(state.looks).toBe(1);
  state.isSeen = true;
  follower.comeBack();
  await settle();
  expect(state.looks).toBe(2);
});

it('shows what was done here at once, and does not take it back for a look that had begun before', async () => {
  const { state, follower, settle } = page();
  state.stored = [review()];
  follower.follow();
  await settle();
  const look = follower.look();
  follower.put(review({ decision: APPROVED }));
  await look;
  expect(follower.view().reviews[0]?.decision).toEqual(APPROVED);
  expect(state.news).toBe(1);
});

it('keeps what it knows when a look fails, says so, and tries again later', async () => {
  const { state, follower, settle, ring } = page();
  state.stored = [review()];
  follower.follow();
  await settle();
  state.failure = new OfflineError();
  await ring();
  expect(follower.view()).toMatchObject({ reviews: [{ id: 'r1' }], error: state.failure });
  state.failure = null;
  await ring();
  expect(follower.view().error).toBeNull();
});

it('looks a few times more for a message that is sent again after the review is over', async () => {
  const { state, follower, settle, ring } = page();
  state.stored = [review({ stage: 'ENDED', decision: APPROVED, endedAt: '2026-03-05T12:01:00Z' })];
  follower.follow();
  await settle();
  follower.hasten();
  await settle();
  while (state.timers.length > 0 && state.looks < 50) await ring();
  expect(state.looks).toBeGreaterThan(4);
  expect(state.looks).toBeLessThan(12);
});

it('stops for good when the page is left, and says when the session has ended', async () => {
  const { state, follower, settle } = page();
  state.stored = [review()];
  follower.follow();
  await settle();
  state.failure = new SessionExpiredError();
  await follower.look();
  expect(state.expired).toBe(1);
  follower.stop();
  expect(state.timers).toEqual([]);
  follower.comeBack();
  await settle();
  expect(state.looks).toBe(2);
});

it('counts the reviews that cannot be shown beside those that can', async () => {
  const { state, follower, settle } = page();
  state.stored = [review()];
  state.unreadable = 1;
  follower.follow();
  await settle();
  expect(follower.view()).toMatchObject({ reviews: [{ id: 'r1' }], unreadable: 1, error: null });
});
