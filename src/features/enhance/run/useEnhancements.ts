import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { StartRequest } from '../../../../domain/enhancement/startRequest';
import type { SectionId } from '../../../../domain/sections';
import type { ThemeId } from '../../../../domain/themes';
import { SessionExpiredError } from '../../../data/errors';
import type { Enhancement, EnhancementService } from '../../../data/types';
import { Decisions } from './decisions';
import { inOtherVoice, isOver, latestRun, type Runs, withSnapshot, withSnapshots, wouldRepeat } from './runs';
import { asItMustBe, unstarted } from './unheard';

export interface Enhancements {
  latest(section: SectionId): Enhancement | undefined;
  /** The last run in the other voice on the same text, if it has a winner. */
  inOtherVoice(run: Enhancement): Enhancement | undefined;
  /** Whether another run on this text in this voice would come to the same drafts. */
  wouldRepeat(run: Enhancement, text: string, theme: ThemeId): boolean;
  isDecided(runId: string): boolean;
  /** Whether somebody else who may edit the document started it. */
  isColleagues(run: Enhancement): boolean;
  /** Marks a result as dealt with, or brings it back. */
  decide(runId: string, decided: boolean): void;
  /** Starts a run. @throws the service's named errors */
  start(request: Omit<StartRequest, 'postMortemId'>): Promise<void>;
  /** Live updates are cut off at the moment. */
  interrupted: boolean;
  /** Why the state of the runs could not be read, or null. */
  error: unknown;
  /** Reads the state of the runs again and renews the live connection. */
  checkAgain(): void;
}

/** How often a colleague's run is looked at, in milliseconds. */
const LOOK_AGAIN_MS = 4_000;

interface Request {
  postMortemId: string;
  userId: string;
  service: EnhancementService;
  onSessionExpired: () => void;
}

/** Follows every run on a post-mortem: live, and by reading again whenever something may have been missed. */
export function useEnhancements({ postMortemId, userId, service, onSessionExpired }: Request): Enhancements {
  const [runs, setRuns] = useState<Runs>(new Map());
  const [interrupted, setInterrupted] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const decisions = useMemo(() => new Decisions(localStorage, postMortemId), [postMortemId]);
  const [decided, setDecided] = useState(() => decisions.all());

  const reload = useCallback(async () => {
    try {
      const snapshots = await service.latest(postMortemId);
      setRuns((now) => withSnapshots(now, snapshots));
      setError(null);
    } catch (cause) {
      if (cause instanceof SessionExpiredError) onSessionExpired();
      else setError(cause);
    }
  }, [service, postMortemId, onSessionExpired]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is what `attempt` is for
  useEffect(() => {
    void reload();
    return service.watch(postMortemId, userId, {
      onSnapshot: (snapshot) => setRuns((now) => withSnapshot(now, snapshot)),
      onConnected: () => {
        setInterrupted(false);
        void reload();
      },
      onInterrupted: () => setInterrupted(true),
    });
  }, [service, postMortemId, userId, reload, attempt]);

  const startedAgain = useRef(new Set<string>());
  useEffect(() => {
    const timers = unstarted(runs, userId, Date.now())
      .filter(({ run }) => !startedAgain.current.has(run.id))
      .map(({ run, dueIn }) =>
        setTimeout(() => {
          startedAgain.current.add(run.id);
          const { id, section, theme, source } = run;
          service
            .start({ id, postMortemId, section, theme, text: source })
            .then((snapshot) => setRuns((now) => withSnapshot(now, snapshot)))
            // The proxy has marked it as not started, or says why it cannot be: the record tells.
            .catch(() => reload());
        }, dueIn),
      );
    return () => timers.forEach(clearTimeout);
  }, [runs, service, postMortemId, userId, reload]);

  // A tab that slept may have missed the end of a run.
  const running = [...runs.values()].some((run) => !isOver(run));
  useEffect(() => {
    if (!running) return;
    const again = () => {
      if (document.visibilityState === 'visible') void reload();
    };
    document.addEventListener('visibilitychange', again);
    window.addEventListener('online', again);
    return () => {
      document.removeEventListener('visibilitychange', again);
      window.removeEventListener('online', again);
    };
  }, [running, reload]);

  // The API tells live of one's own runs only.
  const colleagueRuns = [...runs.values()].some((run) => run.owner !== userId && !isOver(run));
  useEffect(() => {
    if (!colleagueRuns) return;
    const timer = setInterval(() => void reload(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [colleagueRuns, reload]);

  return {
    latest: (section) => {
      const run = latestRun(runs, section);
      return run && asItMustBe(run, Date.now());
    },
    inOtherVoice: (run) => inOtherVoice(runs, run),
    wouldRepeat: (run, text, theme) => wouldRepeat(runs, run, text, theme),
    isDecided: (runId) => decided.has(runId),
    isColleagues: (run) => run.owner !== userId,
    decide(runId, isDecided) {
      if (isDecided) decisions.add(runId);
      else decisions.remove(runId);
      setDecided(decisions.all());
    },
    async start(request) {
      const started = await service.start({ ...request, postMortemId });
      setRuns((now) => withSnapshot(now, started));
    },
    interrupted,
    error,
    checkAgain: () => setAttempt((count) => count + 1),
  };
}
