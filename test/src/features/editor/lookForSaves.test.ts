import { emptyContent } from '../../../../src/data/content';
import { NotFoundOrNotYoursError, OfflineError, RefusedError } from '../../../../src/data/errors';
import { onSavedInOtherTab, tellOtherTabs } from '../../../../src/data/savedElsewhere';
import { lookEvery, lookForNews, lookForSaves } from '../../../../src/features/editor/lookForSaves';
import { desk, ID, ME, saveOf } from './desk';

describe('looking for what others have saved', () => {
  it('brings it in, and asks for the whole document only when there is something new', async () => {
    const { server, open } = await desk();
    const session = await open();
    const look = lookForSaves(session, server);
    server.calls = [];
    await look();
    expect(server.calls).toEqual(['revisionOf']);
    server.changeElsewhere(ID, { impact: 'theirs' });
    await look();
    expect(session.state()).toMatchObject({ content: { impact: 'theirs', summary: 'start' } });
    expect(server.calls).toEqual(['revisionOf', 'revisionOf', 'get']);
  });

  it('leaves whoever is amid writing alone, also when they begin while it looks', async () => {
    const { server, open, pause } = await desk();
    const session = await open();
    const look = lookForSaves(session, server);
    server.changeElsewhere(ID, { impact: 'theirs' });
    const looking = look();
    session.change({ summary: 'mine' });
    await looking;
    await look();
    expect(session.state().content.impact).toBe('');
    await pause();
    await pause();
    expect(server.stored.get(ID)).toMatchObject({ impact: 'theirs', summary: 'mine' });
  });

  it('and they begin while the answer is under way, all that was typed is theirs until the next save', async () => {
    const { server, open, pause } = await desk();
    const session = await open();
    server.changeElsewhere(ID, { impact: 'theirs' });
    const reading = session.refresh();
    session.change({ summary: 'mine' });
    await reading;
    expect(session.state()).toMatchObject({ content: { impact: '', summary: 'mine' }, takenOver: null });
    await pause();
    await pause();
    expect(server.stored.get(ID)).toMatchObject({ impact: 'theirs', summary: 'mine' });
    expect(saveOf(session)).toEqual({ kind: 'saved' });
  });

  it('and an answer from before one’s own save takes nothing of it back', async () => {
    const { server, open } = await desk();
    const session = await open();
    const before = await server.get(ID);
    session.change({ summary: 'mine' });
    await session.flush();
    jest.spyOn(server, 'get').mockResolvedValue(before);
    jest.spyOn(server, 'revisionOf').mockResolvedValue(before.revision);
    await lookForSaves(session, server)();
    await session.refresh();
    expect(session.state()).toMatchObject({ content: { summary: 'mine' }, revision: 2, takenOver: null });
    expect(server.get).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['a lost connection', new OfflineError(), 'offline'],
    ['a document that is no longer shared', new NotFoundOrNotYoursError(ID), 'gone'],
  ])('says what is wrong: %s', async (_, error, kind) => {
    const { server, open } = await desk();
    const session = await open();
    server.failures = [error, error];
    await lookForSaves(session, server)();
    expect(saveOf(session)).toMatchObject({ kind });
  });
});

it('a look that fails says nothing of a document that is saved, nor keeps the next words from being', async () => {
  const { server, open, pause, timers } = await desk();
  const session = await open();
  server.failures = [new RefusedError('Too many requests.'), new RefusedError('Too many requests.')];
  await lookForSaves(session, server)();
  expect(saveOf(session)).toEqual({ kind: 'saved' });
  server.failures = [new RefusedError('Too many requests.')];
  const looking = session.refresh();
  session.change({ summary: 'mine' });
  await looking;
  await pause();
  await pause();
  expect(server.stored.get(ID)?.summary).toBe('mine');
  expect(timers).toEqual([]);
});

it('a connection that is back is tried soon after it is lost again', async () => {
  const { server, open, timers } = await desk();
  const session = await open();
  const waits: (number | undefined)[] = [];
  for (let time = 0; time < 2; time++) {
    server.failures = [new OfflineError()];
    await session.refresh();
    waits.push(timers[0]?.ms);
    await session.refresh();
    expect(saveOf(session)).toEqual({ kind: 'saved' });
  }
  expect(waits).toEqual([2_000, 2_000]);
});

it('who was told of a save and was answered from before it looks once more, a moment later', async () => {
  const answers = [false, true];
  let looks = 0;
  const waits: { ms: number; run: () => void }[] = [];
  const after = (ms: number, run: () => void) => {
    waits.push({ ms, run });
    return () => void waits.pop();
  };
  const look = async () => {
    looks++;
    return answers.shift() ?? false;
  };
  const callOff = lookForNews(look, after);
  await new Promise(setImmediate);
  expect(waits).toEqual([{ ms: 1_500, run: expect.any(Function) }]);
  waits[0]?.run();
  callOff();
  lookForNews(async () => true, after);
  lookForNews(look, after)();
  await new Promise(setImmediate);
  expect({ looks, waits }).toEqual({ looks: 3, waits: [] });
});

it('a look tells whether it has seen something new, and says nothing against whoever is writing', async () => {
  const { server, open } = await desk();
  const session = await open();
  const look = lookForSaves(session, server);
  expect(await look()).toBe(false);
  server.changeElsewhere(ID, { impact: 'theirs' });
  expect(await Promise.all([look(), look()])).toEqual([true, false]);
  session.change({ summary: 'mine' });
  expect(await look()).toBe(true);
});

describe('others’ saves are looked for', () => {
  type State = Parameters<typeof lookEvery>[0];
  const alone: State = { owner: ME, editors: [], commenters: [], readers: [], save: { kind: 'saved' } };
  const shared = { ...alone, editors: ['ada'] };
  const ofAda = { ...alone, owner: 'ada' };
  const page = { isInSight: true, restedMs: 0 };
  const conflict = { by: null, merged: emptyContent(), theirs: emptyContent(), theirRevision: 2, fields: [] };

  it.each<[string, State, typeof page, number | null]>([
    ['every 5 s by the owner of a shared document', shared, page, 5_000],
    ['also where the other one only reads it', { ...alone, readers: ['ada'] }, page, 5_000],
    ['by an editor', { ...ofAda, editors: [ME] }, page, 5_000],
    ['by who comments', { ...ofAda, commenters: [ME] }, page, 5_000],
    ['by who reads', { ...ofAda, readers: [ME] }, page, 5_000],
    ['just before the page was left for 3 minutes', shared, { ...page, restedMs: 179_999 }, 5_000],
    ['every minute on a page that is left', shared, { ...page, restedMs: 180_000 }, 60_000],
    ['never where nobody else sees it', alone, page, null],
    ['never by who reads what is published', { ...ofAda, editors: ['bob'] }, page, null],
    ['never on a hidden page', shared, { ...page, isInSight: false }, null],
    ['never amid writing', { ...shared, save: { kind: 'unsaved' } }, page, null],
    ['never before a conflict is resolved', { ...shared, save: { kind: 'conflict', conflict } }, page, null],
    ['never after it has gone', { ...shared, save: { kind: 'gone' } }, page, null],
  ])('%s', (_, state, at, every) => {
    expect(lookEvery(state, ME, at)).toBe(every);
  });
});

it('a tab hears of what another tab saved, of its own document only, until it is left', async () => {
  const heard: string[] = [];
  const stop = onSavedInOtherTab(ID, () => heard.push('told'));
  // What was told before `last` has arrived when `last` has.
  const toldAll = async () => {
    const last = new Promise<void>((done) => {
      const stopLast = onSavedInOtherTab('last', () => {
        stopLast();
        done();
      });
    });
    tellOtherTabs('another');
    tellOtherTabs(ID);
    tellOtherTabs('last');
    await last;
  };
  await toldAll();
  expect(heard).toEqual(['told']);
  stop();
  await toldAll();
  expect(heard).toEqual(['told']);
});
