import { useCallback, useEffect, useMemo, useReducer } from 'react';
import type { StartRequest } from '../../../../domain/enhancement/startRequest';
import { after } from '../../../components/after';
import { SessionExpiredError } from '../../../data/errors';
import type { EnhancementService } from '../../../data/types';
import {
  type Decision,
  type EnhanceEvent,
  type EnhanceState,
  firstEnhanceState,
  nextEnhanceState,
  sectionState,
} from '../enhanceState';
import { Decisions } from './decisions';
import { RunFollower } from './runFollower';

export interface Enhancements {
  state: EnhanceState;
  /** Who is signed in; other people's runs are named as such. */
  userId: string;
  send(event: EnhanceEvent): void;
  /** Starts a run, after `prepare` has saved what is unsaved. What goes wrong is told by the state. */
  start(request: Omit<StartRequest, 'postMortemId' | 'id'>, prepare: () => Promise<void>): Promise<void>;
  /** Notes a decision, on this device too. */
  decide(section: StartRequest['section'], decision: Decision): void;
  /** Takes the section's last decision back. @returns it, or null if there is none */
  undo(section: StartRequest['section']): Decision | null;
  /** Reads the state of the runs again and renews the live connection. */
  checkAgain(): void;
}

interface Request {
  postMortemId: string;
  userId: string;
  /** Somebody else may work on the document too. */
  isShared: boolean;
  service: EnhancementService;
  onSessionExpired: () => void;
}

/** The state of every run on a post-mortem and of what the author does with them, kept up to date. */
export function useEnhancements(request: Request): Enhancements {
  const { postMortemId, userId, isShared, service, onSessionExpired } = request;
  const decisions = useMemo(() => new Decisions(localStorage, postMortemId), [postMortemId]);
  const [state, send] = useReducer(nextEnhanceState, null, () => firstEnhanceState(decisions.all()));

  const tell = useCallback(
    (event: EnhanceEvent) => {
      if (event.type === 'unreadable' && event.error instanceof SessionExpiredError) onSessionExpired();
      else send(event);
    },
    [onSessionExpired],
  );
  const follower = useMemo(
    () => new RunFollower({ postMortemId, userId, service, tell, now: Date.now, after, isSeen }),
    [postMortemId, userId, service, tell],
  );
  useEffect(() => {
    follower.follow();
    const back = () => follower.comeBack();
    document.addEventListener('visibilitychange', back);
    window.addEventListener('online', back);
    return () => {
      document.removeEventListener('visibilitychange', back);
      window.removeEventListener('online', back);
      follower.stop();
    };
  }, [follower]);
  useEffect(() => follower.attend(state.runs, isShared), [follower, state.runs, isShared]);

  return {
    state,
    userId,
    send,
    async start(start, prepare) {
      const id = crypto.randomUUID();
      const { section } = start;
      send({ type: 'ask', section, id, at: new Date().toISOString() });
      let problem: unknown = null;
      try {
        await prepare();
        send({ type: 'told', run: await service.start({ ...start, id, postMortemId }) });
      } catch (error) {
        if (error instanceof SessionExpiredError) onSessionExpired();
        else problem = error;
      }
      send({ type: 'answered', section, id, problem });
    },
    decide(section, decision) {
      decisions.add(decision.runId);
      send({ type: 'decide', section, decision });
    },
    undo(section) {
      const { decision } = sectionState(state, section);
      if (!decision) return null;
      decisions.remove(decision.runId);
      send({ type: 'undo', section });
      return decision;
    },
    checkAgain: () => follower.follow(),
  };
}

const isSeen = () => document.visibilityState === 'visible';
