import { NotFoundOrNotYoursError, OfflineError } from '../../../../src/data/errors';
import { onSavedInOtherTab, tellOtherTabs } from '../../../../src/data/savedElsewhere';
import { lookForSaves } from '../../../../src/features/editor/lookForSaves';
import { desk, ID, saveOf } from './desk';

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

it('a tab hears of what another tab saved, of its own document only, until it is left', async () => {
  const heard: string[] = [];
  const stop = onSavedInOtherTab(ID, () => heard.push('told'));
  const once = new Promise<void>((done) => {
    const stopOnce = onSavedInOtherTab('last', () => {
      stopOnce();
      done();
    });
  });
  tellOtherTabs('another');
  tellOtherTabs(ID);
  tellOtherTabs('last');
  await once;
  expect(heard).toEqual(['told']);
  stop();
});
