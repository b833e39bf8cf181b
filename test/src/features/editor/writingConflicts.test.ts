import type { PostMortem } from '../../../../domain/postMortem';
import { OfflineError, RefusedError } from '../../../../src/data/errors';
import { changeWords } from '../../../../src/features/editor/changedBy';
import { desk, ID, ME, saveOf } from './desk';

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

  it('all that came in is told until the author has seen it, field by field, each once', async () => {
    const { server, open } = await desk();
    const session = await open();
    const takeOver = async (name: string, changes: Partial<PostMortem>) => {
      server.changeElsewhere(ID, { ...changes, savedBy: { id: name, name } });
      await session.refresh();
      return session.state().takenOver;
    };
    const first = await takeOver('ada', { impact: 'late', summary: 'started' });
    expect(first).toMatchObject({ by: { name: 'ada' }, fields: ['summary', 'impact'] });
    session.change({ summary: 'started by me' });
    await session.flush();
    expect(session.state().takenOver).toBe(first);
    const second = await takeOver('ada', { impact: 'late orders', severity: 'SEV1' });
    expect(second).toMatchObject({
      by: { name: 'ada' },
      fields: ['summary', 'impact', 'severity'],
      before: { summary: 'start', impact: '', severity: 'SEV3' },
      after: { summary: 'started', impact: 'late orders', severity: 'SEV1' },
    });
    expect(await takeOver('bob', { severity: 'SEV2' })).toMatchObject({ by: null });
    session.dismissNotices();
    expect(await takeOver('bob', { severity: 'SEV1' })).toMatchObject({
      by: { name: 'bob' },
      fields: ['severity'],
      before: { severity: 'SEV2' },
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

describe('while a conflict waits for a choice', () => {
  /** An author whose work of an earlier visit met somebody else's. */
  async function reopened() {
    const at = await desk();
    const before = await at.open();
    at.server.failures = [new OfflineError()];
    before.change({ summary: 'mine' });
    await at.pause();
    at.server.changeElsewhere(ID, { summary: 'theirs', impact: 'their impact' });
    const session = await at.open();
    expect(saveOf(session)).toMatchObject({ kind: 'conflict', conflict: { fields: ['summary'] } });
    return { ...at, session };
  }

  it('a further change and a reload still ask, and take nothing back that somebody else wrote', async () => {
    const { server, session, open, pause } = await reopened();
    session.change({ rootCause: 'restored' });
    const again = await open();
    await pause();
    expect(saveOf(again)).toMatchObject({
      kind: 'conflict',
      conflict: { fields: ['summary'], merged: { impact: 'their impact', rootCause: 'restored' } },
    });
    expect(server.stored.get(ID)).toMatchObject({ summary: 'theirs', impact: 'their impact' });
  });

  it('what its author changes further is saved with what they choose', async () => {
    const { server, session } = await reopened();
    session.change({ rootCause: 'restored' });
    const { save } = session.state();
    if (save.kind !== 'conflict') throw new Error('It asks no more.');
    expect(await session.resolve(save.conflict.merged)).toBe(true);
    expect(server.stored.get(ID)).toMatchObject({
      summary: 'mine',
      rootCause: 'restored',
      impact: 'their impact',
    });
  });

  it('a change of what the other one changed, too, is asked about as well', async () => {
    const { session } = await reopened();
    session.change({ impact: 'my impact' });
    expect(saveOf(session)).toMatchObject({ conflict: { fields: ['summary', 'impact'] } });
  });

  it('the work is on the device, though another window has written and saved meanwhile', async () => {
    const { server, open, pause, kept } = await desk();
    const [one, other] = [await open(), await open()];
    one.change({ summary: 'mine' });
    other.change({ summary: 'of the other window' });
    expect(await other.flush()).toBe(true);
    expect(kept()?.content.summary).toBe('mine');
    await one.flush();
    await pause();
    expect(saveOf(one)).toMatchObject({ kind: 'conflict' });
    expect(kept()?.content.summary).toBe('mine');
    expect(server.stored.get(ID)?.summary).toBe('of the other window');
  });
});

it('whoever has left a page sends nothing from it later: the next visit brings it back, and may change it', async () => {
  const { server, timers, open, kept } = await desk();
  const session = await open();
  server.failures = [new OfflineError()];
  session.change({ summary: 'first' });
  session.leave();
  await new Promise(setImmediate);
  expect(timers).toEqual([]);
  expect(kept()?.content.summary).toBe('first');
});

it('what is written while a change of rights is on its way is saved, though that fails', async () => {
  const { server, open, pause } = await desk();
  const session = await open();
  let refuse: () => void = () => {};
  server.share = () =>
    new Promise((_, failed) => {
      refuse = () => failed(new RefusedError('There is nobody with this address.'));
    });
  const sharing = session.share('nobody@nevermore.test', 'EDIT' as never);
  await new Promise(setImmediate);
  session.change({ summary: 'written meanwhile' });
  await pause();
  const flushed = session.flush();
  refuse();
  await expect(sharing).rejects.toThrow('nobody with this address');
  expect(await flushed).toBe(true);
  session.change({ impact: 'and more' });
  await pause();
  expect(server.stored.get(ID)).toMatchObject({ summary: 'written meanwhile', impact: 'and more' });
});
