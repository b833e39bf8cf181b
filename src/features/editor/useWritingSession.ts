import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { after } from '../../components/after';
import { SessionExpiredError } from '../../data/errors';
import { onSavedBeside } from '../../data/savedBeside';
import type { PostMortemStore } from '../../data/types';
import type { UnsavedWorkJournal } from '../../data/unsavedWork';
import { type Opened, openSession } from './openSession';
import type { WritingSession } from './writingSession';
import type { WritingState } from './writingState';

interface Request {
  id: string;
  userId: string;
  isNew: boolean;
  postMortems: PostMortemStore;
  journal: UnsavedWorkJournal;
  onSessionExpired: () => void;
}

export type Opening = { kind: 'loading' } | { kind: 'failed'; error: unknown; retry: () => void } | Opened;

/** Opens a post-mortem for writing, and leaves it in good order. */
export function useWritingSession(request: Request): Opening {
  const { id, userId, isNew, postMortems, journal, onSessionExpired } = request;
  const [opening, setOpening] = useState<Opening>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is what `attempt` is for
  useEffect(() => {
    let session: WritingSession | null = null;
    let left = false;
    const open = async () => {
      setOpening({ kind: 'loading' });
      try {
        const opened = await openSession(
          { id, userId, isNew },
          { postMortems, journal, after, now: () => new Date() },
        );
        if (opened.kind === 'session') session = opened.session;
        if (left) session?.leave();
        else setOpening(opened);
      } catch (error) {
        if (left) return;
        if (error instanceof SessionExpiredError) onSessionExpired();
        else setOpening({ kind: 'failed', error, retry });
      }
    };
    void open();
    return () => {
      left = true;
      session?.leave();
    };
  }, [id, userId, isNew, postMortems, journal, onSessionExpired, attempt, retry]);

  return opening;
}

/** The state of a session, with the browser's events passed on to it. */
export function useWritingState(session: WritingSession, onSessionExpired: () => void): WritingState {
  const state = useSyncExternalStore(session.subscribe, session.state);
  useEffect(() => {
    const online = () => void session.flush();
    const seen = () => {
      if (document.visibilityState === 'visible') void session.refresh();
      else if (session.hasUnsavedChanges) void session.flush();
    };
    window.addEventListener('online', online);
    document.addEventListener('visibilitychange', seen);
    const stopHearing = onSavedBeside(session.id, () => void session.refresh());
    return () => {
      stopHearing();
      window.removeEventListener('online', online);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [session]);

  // In a conflict nobody has chosen yet.
  const atRisk = (!state.keptOnDevice || state.save.kind === 'conflict') && session.hasUnsavedChanges;
  useEffect(() => {
    if (!atRisk) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [atRisk]);

  const signedOut = state.save.kind === 'signedOut';
  useEffect(() => {
    if (signedOut) onSessionExpired();
  }, [signedOut, onSessionExpired]);
  return state;
}
