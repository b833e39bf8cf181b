import {
  type EnhanceEvent,
  firstEnhanceState,
  nextEnhanceState,
} from '../../../../../src/features/enhance/enhanceState';
import { RunFollower } from '../../../../../src/features/enhance/run/runFollower';
import { FakeEnhancements } from '../../../fakes/fakeEnhancements';
import { run } from '../enhancement';
import { draft } from '../result/draft';

const START = Date.parse('2026-03-04T12:00:00.000Z');
const colleagues = { id: 'theirs', owner: 'colleague' };

beforeEach(() => {
  jest.useFakeTimers({ now: START });
});
afterEach(() => {
  jest.useRealTimers();
});

/** A page with a follower, as the hook puts them together. */
async function opened({ isShared = false, runs = [] as FakeEnhancements['runs'] } = {}) {
  const service = new FakeEnhancements();
  service.runs = runs;
  const page = { state: firstEnhanceState(new Set()), isSeen: true, isShared };
  const follower: RunFollower = new RunFollower({
    postMortemId: 'pm',
    userId: 'me',
    service,
    tell: (event: EnhanceEvent) => {
      page.state = nextEnhanceState(page.state, event);
      follower.attend(page.state.runs, page.isShared);
    },
    now: Date.now,
    after: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    isSeen: () => page.isSeen,
  });
  follower.attend(page.state.runs, isShared);
  follower.follow();
  await jest.advanceTimersByTimeAsync(0);
  const calls = (name: string) => service.calls.filter((call) => call.startsWith(name)).length;
  return { page, service, follower, calls, pass: (ms: number) => jest.advanceTimersByTimeAsync(ms) };
}

describe('a colleague’s new run', () => {
  it('on a document that is open is seen without reloading', async () => {
    const { page, service, pass } = await opened({ isShared: true });
    service.runs = [run(1, 'DRAFTING', colleagues)];
    await pass(20_000);
    expect(page.state.runs.get('theirs')?.stage).toBe('DRAFTING');
  });

  it('is then followed closely to its end, and no longer', async () => {
    const { page, service, calls, pass } = await opened({ isShared: true });
    service.runs = [run(1, 'DRAFTING', colleagues)];
    await pass(20_000);
    service.runs = [run(5, 'FINISHED', colleagues)];
    await pass(4_000);
    expect(page.state.runs.get('theirs')?.stage).toBe('FINISHED');
    const read = calls('latest');
    await pass(60_000);
    expect(calls('latest')).toBe(read);
  });

  it('costs numbers only until there is something new', async () => {
    const { calls, pass } = await opened({ isShared: true, runs: [run(5, 'FINISHED')] });
    await pass(100_000);
    expect(calls('marks')).toBe(5);
    expect(calls('latest')).toBe(1);
  });

  it('is not looked for in a document of one’s own, nor while nobody sees the page', async () => {
    const alone = await opened();
    await alone.pass(600_000);
    expect(alone.service.calls).toEqual(['latest']);

    const unseen = await opened({ isShared: true });
    unseen.page.isSeen = false;
    await unseen.pass(600_000);
    expect(unseen.service.calls).toEqual(['latest']);
    unseen.page.isSeen = true;
    unseen.follower.comeBack();
    expect(unseen.calls('latest')).toBe(2);
    await unseen.pass(20_000);
    expect(unseen.calls('marks')).toBe(1);
  });

  it('is looked for from the moment the document is shared', async () => {
    const { page, follower, calls, pass } = await opened();
    page.isShared = true;
    follower.attend(page.state.runs, true);
    await pass(20_000);
    expect(calls('marks')).toBe(1);
  });

  it('that cannot be looked for says so, and goes on being looked for', async () => {
    const { page, service, pass } = await opened({ isShared: true });
    service.failure = new Error('503');
    await pass(20_000);
    expect(page.state.error).toEqual(new Error('503'));
    await pass(20_000);
    expect(page.state.error).toBeNull();
  });
});

describe('the place in the line', () => {
  it('is looked up once a run waits, and again until it is drafted', async () => {
    const { page, service, calls, pass } = await opened({ runs: [run(0, 'QUEUED')] });
    service.elsewhere = ['one', 'two', 'run'];
    expect(calls('goingOn')).toBe(0);
    await pass(3_000);
    expect(page.state.ahead.get('run')).toBe(2);
    service.elsewhere = ['two', 'run'];
    await pass(4_000);
    expect(page.state.ahead.get('run')).toBe(1);
    for (const watcher of service.watchers)
      watcher.onSnapshot(run(2, 'DRAFTING', { drafts: [draft('It fell.')] }));
    const asked = calls('goingOn');
    await pass(60_000);
    expect(calls('goingOn')).toBe(asked);
  });

  it('is nobody’s question for a run that begins at once, for a colleague’s or for one that must have ended', async () => {
    for (const one of [
      run(5, 'FINISHED'),
      run(0, 'QUEUED', colleagues),
      run(1, 'DRAFTING', { startedAt: '2026-03-04T10:30:00.000Z' }),
    ]) {
      const { calls, pass } = await opened({ runs: [one] });
      await pass(20_000);
      expect(calls('goingOn')).toBe(0);
    }
  });
});

describe('following runs', () => {
  it('takes live snapshots in, and reads again after an interruption', async () => {
    const { page, service, calls } = await opened();
    const [watcher] = service.watchers;
    watcher?.onSnapshot(run(1, 'DRAFTING'));
    expect(page.state.runs.get('run')?.stage).toBe('DRAFTING');
    watcher?.onInterrupted();
    expect(page.state.interrupted).toBe(true);
    watcher?.onConnected();
    expect(page.state.interrupted).toBe(false);
    expect(calls('latest')).toBe(2);
  });

  it('starts a run again that was recorded and never began, once', async () => {
    const { calls, pass } = await opened({ runs: [run(0, 'QUEUED')] });
    await pass(44_000);
    expect(calls('start run')).toBe(0);
    await pass(600_000);
    expect(calls('start run')).toBe(1);
  });

  it('ends with the page: nothing is asked any more', async () => {
    const { service, follower, pass } = await opened({ isShared: true, runs: [run(0, 'QUEUED')] });
    follower.stop();
    const { length } = service.calls;
    await pass(600_000);
    expect(service.calls).toHaveLength(length);
    expect(service.watchers.size).toBe(0);
  });

  it('listens once, however often it is asked to check again', async () => {
    const { service, follower } = await opened();
    follower.follow();
    follower.follow();
    expect(service.watchers.size).toBe(1);
  });
});
