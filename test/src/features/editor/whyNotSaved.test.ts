import { OfflineError, RefusedError, SessionExpiredError } from '../../../../src/data/errors';
import type { WritingSession } from '../../../../src/features/editor/writingSession';
import { desk, ID } from './desk';

describe('sharing and a change of status, while the text cannot be saved, say why', () => {
  type Desk = Awaited<ReturnType<typeof desk>>;
  it.each<[string, (desk: Desk) => void, string, string]>([
    [
      'the server is away',
      ({ server }) => void server.failures.push(new OfflineError()),
      'The server cannot be reached.',
      'Your text is kept on this device and is sent when the connection is back.',
    ],
    [
      'it was refused',
      ({ server }) => void server.failures.push(new RefusedError('Keep the service under 200 characters.')),
      'It has to be saved first, and it could not be saved: Keep the service under 200 characters.',
      'Change what it names and try again.',
    ],
    [
      'somebody else changed the same section',
      ({ server }) => server.changeElsewhere(ID, { summary: 'theirs' }),
      'It has to be saved first, and both versions wait for your choice. ',
      'Choose on the page what is kept, and try again.',
    ],
    [
      'it was deleted',
      ({ server }) => void server.stored.delete(ID),
      'It was deleted, or is no longer shared with you.',
      'Your text is still here, and on this device.',
    ],
    [
      'the session has ended',
      ({ server }) => void server.failures.push(new SessionExpiredError()),
      'Your session has ended.',
      'Sign in again. Your text is kept on this device.',
    ],
  ])('%s', async (_, happen, message, advice) => {
    for (const ask of [
      (session: WritingSession) => session.share('colleague', 'EDITOR'),
      (session: WritingSession) => session.setStatus({ status: 'PUBLISHED' }),
    ]) {
      const made = await desk();
      const session = await made.open();
      session.change({ summary: 'typed' });
      happen(made);
      await expect(ask(session)).rejects.toMatchObject({ message: expect.stringContaining(message), advice });
    }
  });
});

it('after a status that met a change which came together by itself, nobody is sent to compare two versions', async () => {
  const { server, open } = await desk();
  const session = await open();
  await server.update(ID, 1, { impact: 'theirs' });
  await expect(session.setStatus({ status: 'PUBLISHED' })).rejects.toMatchObject({
    advice: 'What was changed is on this page now. Read it and try again.',
  });
  expect(session.state().content.impact).toBe('theirs');
});
