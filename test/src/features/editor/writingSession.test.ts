import {
  NotFoundOrNotYoursError,
  OfflineError,
  RefusedError,
  SessionExpiredError,
} from '../../../../src/data/errors';
import { desk, ID, ME, saveOf } from './desk';

describe('writing', () => {
  it('is kept on the device at once and on the server after a pause', async () => {
    const { server, open, pause, kept } = await desk();
    const session = await open();
    session.change({ summary: 'typed' });
    expect(kept()?.content.summary).toBe('typed');
    expect(server.stored.get(ID)?.summary).toBe('start');
    await pause();
    expect(server.stored.get(ID)?.summary).toBe('typed');
    expect(saveOf(session)).toEqual({ kind: 'saved' });
    expect(kept()).toBeNull();
  });

  it('goes on while a save is on its way, and what came later is saved too', async () => {
    const { server, open, pause } = await desk();
    const session = await open();
    session.change({ summary: 'first' });
    const saving = session.flush();
    session.change({ summary: 'second' });
    await saving;
    await pause();
    expect(server.stored.get(ID)?.summary).toBe('second');
    expect(session.state().revision).toBe(3);
  });

  it('creates a new document with its first words, and nothing before', async () => {
    const { server, open, pause } = await desk();
    const session = await open({ id: 'new', isNew: true });
    expect(server.stored.has('new')).toBe(false);
    session.change({ description: 'it broke' });
    await pause();
    expect(server.stored.get('new')).toMatchObject({
      title: 'Untitled post-mortem',
      description: 'it broke',
    });
  });

  it('that is too long is not sent, not cut, and kept', async () => {
    const { server, open, pause, kept } = await desk();
    const session = await open();
    session.change({ summary: 'x'.repeat(20_001) });
    await pause();
    expect(saveOf(session)).toMatchObject({ kind: 'failed', message: expect.stringContaining('Summary') });
    expect(server.stored.get(ID)?.summary).toBe('start');
    expect(kept()?.content.summary).toHaveLength(20_001);
  });
});

describe('when the server cannot be reached', () => {
  it('the text stays on the device, and is sent when the connection is back', async () => {
    const { server, open, pause, kept, timers } = await desk();
    const session = await open();
    session.change({ summary: 'typed' });
    server.failures = [new OfflineError()];
    await pause();
    expect(saveOf(session)).toEqual({ kind: 'offline' });
    expect(kept()?.content.summary).toBe('typed');
    expect(timers).toHaveLength(1);
    await pause();
    expect(saveOf(session)).toEqual({ kind: 'saved' });
    expect(server.stored.get(ID)?.summary).toBe('typed');
  });

  it('the waits between attempts grow, up to half a minute', async () => {
    const { server, open, pause, timers } = await desk();
    const session = await open();
    session.change({ summary: 'typed' });
    const waits: number[] = [];
    for (let attempt = 0; attempt < 6; attempt++) {
      server.failures = [new OfflineError()];
      await pause();
      waits.push(timers[0]?.ms ?? 0);
    }
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it('a reload brings the text back and saves it', async () => {
    const { server, open, pause } = await desk();
    const first = await open();
    first.change({ summary: 'typed' });
    const second = await open();
    expect(second.state()).toMatchObject({ broughtBack: true, content: { summary: 'typed' } });
    await pause();
    expect(server.stored.get(ID)?.summary).toBe('typed');
  });

  it('a document opens from what the device kept', async () => {
    const { server, open } = await desk();
    (await open()).change({ summary: 'typed' });
    server.failures = [new OfflineError()];
    expect((await open()).state().content.summary).toBe('typed');
  });

  it('and the answer to a save was lost, the save is not taken for somebody else’s', async () => {
    const { server, open, pause } = await desk();
    const session = await open();
    session.change({ summary: 'typed' });
    // The server stored it, but we never heard.
    server.changeElsewhere(ID, { summary: 'typed' });
    await pause();
    expect(saveOf(session)).toEqual({ kind: 'saved' });
    expect(session.state().takenOver).toBeNull();
  });

  it('and the author went on writing after a save whose answer was lost, there is no conflict with oneself', async () => {
    const { server, open, pause } = await desk();
    const session = await open();
    server.lostAnswers = [new OfflineError()];
    session.change({ summary: 'typed' });
    await pause();
    expect(saveOf(session)).toEqual({ kind: 'offline' });
    session.change({ summary: 'typed, and more' });
    await pause();
    await pause();
    expect(saveOf(session)).toEqual({ kind: 'saved' });
    expect(server.stored.get(ID)).toMatchObject({ summary: 'typed, and more', revision: 3 });
    expect(session.state().takenOver).toBeNull();
  });
});

it('says that it is gone when it was deleted, and keeps the text', async () => {
  const { server, open, pause, kept } = await desk();
  const session = await open();
  session.change({ summary: 'typed' });
  server.stored.delete(ID);
  server.failures = [new NotFoundOrNotYoursError(ID)];
  await pause();
  expect(saveOf(session)).toEqual({ kind: 'gone' });
  expect(kept()?.content.summary).toBe('typed');
});

it('says that it is gone to somebody at rest too, and keeps what they could edit', async () => {
  const { server, open, kept } = await desk();
  const session = await open();
  server.stored.delete(ID);
  await session.refresh();
  expect(saveOf(session)).toEqual({ kind: 'gone' });
  expect(kept()?.content.summary).toBe('start');
});

it('keeps nothing of what somebody could only read, once it is gone', async () => {
  const { server, open, kept } = await desk();
  server.changeElsewhere(ID, { owner: 'ada', readers: [ME] });
  const session = await open();
  server.stored.delete(ID);
  await session.refresh();
  expect(saveOf(session)).toEqual({ kind: 'gone' });
  expect(kept()).toBeNull();
});

it('asks for a new sign-in when the session has ended, and keeps the text', async () => {
  const { server, open, pause, kept } = await desk();
  const session = await open();
  session.change({ summary: 'typed' });
  server.failures = [new SessionExpiredError()];
  await pause();
  expect(saveOf(session)).toEqual({ kind: 'signedOut' });
  expect(kept()?.content.summary).toBe('typed');
});

it('says what the server refused', async () => {
  const { server, open, pause } = await desk();
  const session = await open();
  session.change({ summary: 'typed' });
  server.failures = [new RefusedError('Keep the service under 200 characters.')];
  await pause();
  expect(saveOf(session)).toMatchObject({
    kind: 'failed',
    message: 'Keep the service under 200 characters.',
  });
});

it('warns when the device cannot keep a copy', async () => {
  const { storage, open } = await desk();
  const session = await open();
  storage.room = 0;
  session.change({ summary: 'typed' });
  expect(session.state().keptOnDevice).toBe(false);
});

describe('with the document open in two windows', () => {
  it('what one could not save stays on the device while the other takes over what a colleague saved', async () => {
    const { server, open, pause, kept } = await desk();
    const [one, other] = [await open(), await open()];
    server.failures = [new RefusedError('Not like this.')];
    one.change({ summary: 'mine' });
    await pause();
    server.changeElsewhere(ID, { impact: 'theirs' });
    await other.refresh();
    expect(saveOf(other)).toEqual({ kind: 'saved' });
    expect(kept()?.content.summary).toBe('mine');
  });

  it('a save in one leaves on the device what the other has written since', async () => {
    const { open, kept } = await desk();
    const [one, other] = [await open(), await open()];
    one.change({ summary: 'of one' });
    other.change({ impact: 'of the other' });
    await one.flush();
    expect(saveOf(one)).toEqual({ kind: 'saved' });
    expect(kept()?.content.impact).toBe('of the other');
  });
});

describe('sharing', () => {
  it('saves the text first and then the list', async () => {
    const { server, open } = await desk();
    const session = await open();
    session.change({ summary: 'typed' });
    await session.share('colleague', 'EDITOR');
    expect(server.stored.get(ID)).toMatchObject({ summary: 'typed', editors: ['colleague'] });
    expect(session.state().editors).toEqual(['colleague']);
  });

  it('takes nothing back where the answer after it is from before the last save', async () => {
    const { server, open, pause } = await desk();
    const session = await open();
    const before = await server.get(ID);
    session.change({ summary: 'typed' });
    await session.flush();
    jest.spyOn(server, 'get').mockResolvedValueOnce(before);
    const sharing = session.share('colleague', 'EDITOR');
    await new Promise(setImmediate);
    await pause();
    await sharing;
    expect(session.state()).toMatchObject({ content: { summary: 'typed' }, editors: ['colleague'] });
  });

  it('works although an editor saved in between', async () => {
    const { server, open } = await desk();
    const session = await open();
    server.changeElsewhere(ID, { impact: 'theirs' });
    await session.share('colleague', 'EDITOR');
    expect(server.stored.get(ID)).toMatchObject({ impact: 'theirs', editors: ['colleague'] });
    expect(session.state().content.impact).toBe('theirs');
  });
});
