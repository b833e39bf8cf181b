import { UnsavedWorkJournal } from '../../../../src/data/unsavedWork';
import { openSession } from '../../../../src/features/editor/openSession';
import { desk, ID, ME, saveOf } from './desk';

describe('with the document open in two windows that both crash', () => {
  const crashed = async (ofOne: object, ofOther: object) => {
    const made = await desk();
    const [one, other] = [await made.open(), await made.open()];
    one.change(ofOne);
    other.change(ofOther);
    // Their timers are gone with the windows.
    return { ...made, session: await made.open() };
  };

  it('what each had is brought back, one after the other, and saved', async () => {
    const { server, session, pause, storage } = await crashed(
      { summary: 'of one' },
      { impact: 'of the other' },
    );
    for (let pauses = 0; pauses < 4; pauses += 1) await pause();
    expect(server.stored.get(ID)).toMatchObject({ summary: 'of one', impact: 'of the other' });
    expect([saveOf(session), storage.length]).toEqual([{ kind: 'saved' }, 0]);
  });

  it('and both changed one section, their author chooses, and neither is lost before', async () => {
    const { server, session, pause, storage } = await crashed(
      { summary: 'of one' },
      { summary: 'of the other' },
    );
    for (let pauses = 0; pauses < 4; pauses += 1) await pause();
    const save = saveOf(session);
    expect([save.kind, server.stored.get(ID)?.summary, session.state().content.summary]).toEqual([
      'conflict',
      expect.stringMatching(/^of (one|the other)$/),
      expect.stringMatching(/^of (one|the other)$/),
    ]);
    expect(server.stored.get(ID)?.summary).not.toBe(session.state().content.summary);
    expect(storage.length).toBe(1);
  });
});

it('what two windows kept of a post-mortem that is gone is offered by both', async () => {
  const { server, storage, open } = await desk();
  const [one, other] = [await open(), await open()];
  one.change({ summary: 'of one' });
  other.change({ summary: 'of the other' });
  server.stored.delete(ID);
  const journal = new UnsavedWorkJournal(storage, ME);
  const tools = { postMortems: server, journal, now: () => new Date(), after: () => () => {} };
  const opened = await openSession({ id: ID, userId: ME, isNew: false }, tools);
  if (opened.kind !== 'missing') throw new Error('It is there.');
  expect(opened.left.map(({ content }) => content.summary).sort()).toEqual(['of one', 'of the other']);
});
