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
