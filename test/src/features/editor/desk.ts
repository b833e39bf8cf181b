import { emptyContent } from '../../../../src/data/content';
import { UnsavedWorkJournal } from '../../../../src/data/unsavedWork';
import { openSession } from '../../../../src/features/editor/openSession';
import type { WritingSession } from '../../../../src/features/editor/writingSession';
import { FakePostMortems } from '../../fakes/fakePostMortems';
import { MemoryStorage } from '../../fakes/memoryStorage';

export const ME = 'me';
export const ID = 'pm';

/** A device with its storage, a server, and a clock that goes on only when told. */
export async function desk() {
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
  const kept = () => new UnsavedWorkJournal(storage, ME).left(ID)[0] ?? null;
  return { server, storage, timers, open, pause, kept };
}

export const saveOf = (session: WritingSession) => session.state().save;
