import { emptyContent } from '../../../../src/data/content';
import {
  NotFoundOrNotYoursError,
  OfflineError,
  RefusedError,
  SessionExpiredError,
} from '../../../../src/data/errors';
import { UnsavedWorkJournal } from '../../../../src/data/unsavedWork';
import { changeWords } from '../../../../src/features/editor/changedBy';
import { openSession } from '../../../../src/features/editor/openSession';
import type { WritingSession } from '../../../../src/features/editor/writingSession';
import { FakePostMortems } from '../../fakes/fakePostMortems';
import { MemoryStorage } from '../../fakes/memoryStorage';

const ME = 'me';
const ID = 'pm';

/** A device with its storage, a server, and a clock that goes on only when told. */
async function desk() {
  const storage = new MemoryStorage();
  const server = new FakePostMortems(ME);
  await server.create(ID, { ...emptyContent(), title: 'Checkout down', summary: 'start' }, []);
  const timers: { ms: number; run: () => void }[] = [];
  const open = async (options: { id?: string; isNew?: boolean } = {}) => {
    timers.length = 0;
    const { id = ID, isNew = false } = options;
    const opened = await openSession(
      { id, userId: ME, isNew },
      {
        postMortems: server,
        journal: new UnsavedWorkJournal(storage, ME),
        now: () => new Date('2026-03-04T12:00:00Z'),
        after: (ms, run) => {
          const timer = { ms, run };
          timers.push(timer);
          return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1));
        },
      },
    );
    if (opened.kind !== 'session') throw new Error('There is no such post-mortem.');
    return opened.session;
  };
  /** Lets the author pause: every waiting timer goes off. */
  const pause = async () => {
    for (const timer of timers.splice(0)) timer.run();
    await new Promise(setImmediate);
  };
  const kept = () => new UnsavedWorkJournal(storage, ME).left(ID);
  return { server, storage, timers, open, pause, kept };
}

const saveOf = (session: WritingSession) => session.state().save;

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

describe('whose change it was', () => {
  const ADA = { id: 'ada', name: 'ada@nevermore.test' };

  it.each([
    ['a colleague, by name', ADA, { name: ADA.name }],
    ['the author’s own other tab', { id: ME, name: 'me@nevermore.test' }, 'self'],
    ['a script, which gives no name', null, null],
  ])('is told of a conflict: %s', async (_, savedBy, by) => {
    const { server, open, pause } = await desk();
    const session = await open();
    server.changeElsewhere(ID, { summary: 'theirs', savedBy });
    session.change({ summary: 'mine' });
    await pause();
    expect(saveOf(session)).toMatchObject({ kind: 'conflict', conflict: { by } });
    const again = await open();
    expect(saveOf(again)).toMatchObject({ kind: 'conflict', conflict: { by } });
  });

  it('is told of a change that came in beside one’s own', async () => {
    const { server, open } = await desk();
    const session = await open();
    server.changeElsewhere(ID, { impact: 'theirs', savedBy: ADA });
    await session.refresh();
    expect(session.state().takenOver).toMatchObject({ by: { name: ADA.name }, fields: ['impact'] });
  });

  it('is in the words that fit: a name, this person’s other tab, or somebody else', () => {
    expect(changeWords({ name: ADA.name }).changed).toBe('ada@nevermore.test changed it meanwhile');
    expect(changeWords('self').changed).toMatch(/^You changed it meanwhile, in another tab/);
    expect(changeWords(null).changed).toBe('Somebody else changed it meanwhile');
  });
});

describe('when somebody else saved meanwhile', () => {
  it('and changed other fields, both changes are in the document and the author is told', async () => {
    const { server, open, pause } = await desk();
    const session = await open();
    server.changeElsewhere(ID, { severity: 'SEV1' });
    session.change({ summary: 'mine' });
    await pause();
    await pause();
    expect(server.stored.get(ID)).toMatchObject({ severity: 'SEV1', summary: 'mine' });
    expect(session.state().takenOver?.fields).toEqual(['severity']);
  });

  it('and changed the same field, nothing is saved before the author has chosen', async () => {
    const { server, open, pause, kept } = await desk();
    const session = await open();
    server.changeElsewhere(ID, { summary: 'theirs' });
    session.change({ summary: 'mine' });
    await pause();
    expect(saveOf(session)).toMatchObject({
      kind: 'conflict',
      conflict: { fields: ['summary'], theirs: { summary: 'theirs' }, merged: { summary: 'mine' } },
    });
    expect(server.stored.get(ID)?.summary).toBe('theirs');
    expect(kept()?.content.summary).toBe('mine');
  });

  it('the author’s choice is saved on top of theirs', async () => {
    const { server, open, pause } = await desk();
    const session = await open();
    server.changeElsewhere(ID, { summary: 'theirs' });
    session.change({ summary: 'mine' });
    await pause();
    await session.resolve({ ...session.state().content, summary: 'mine\n\ntheirs' });
    expect(server.stored.get(ID)).toMatchObject({ summary: 'mine\n\ntheirs', revision: 3 });
    expect(saveOf(session)).toEqual({ kind: 'saved' });
  });

  it('a conflict survives a reload with both versions', async () => {
    const { server, open, pause } = await desk();
    const session = await open();
    server.changeElsewhere(ID, { summary: 'theirs' });
    session.change({ summary: 'mine' });
    await pause();
    expect((await open()).state()).toMatchObject({
      content: { summary: 'mine' },
      save: { kind: 'conflict', conflict: { theirs: { summary: 'theirs' } } },
    });
  });

  it('an untouched page takes their version over when it is looked at again', async () => {
    const { server, open } = await desk();
    const session = await open();
    server.changeElsewhere(ID, { summary: 'theirs' });
    await session.refresh();
    expect(session.state()).toMatchObject({ content: { summary: 'theirs' }, save: { kind: 'saved' } });
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

describe('sharing', () => {
  it('saves the text first and then the list', async () => {
    const { server, open } = await desk();
    const session = await open();
    session.change({ summary: 'typed' });
    await session.share(['colleague']);
    expect(server.stored.get(ID)).toMatchObject({ summary: 'typed', editors: ['colleague'] });
    expect(session.state().editors).toEqual(['colleague']);
  });

  it('works although an editor saved in between', async () => {
    const { server, open } = await desk();
    const session = await open();
    server.changeElsewhere(ID, { impact: 'theirs' });
    await session.share(['colleague']);
    expect(server.stored.get(ID)).toMatchObject({ impact: 'theirs', editors: ['colleague'] });
    expect(session.state().content.impact).toBe('theirs');
  });
});
