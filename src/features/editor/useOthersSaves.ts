import { useEffect, useRef } from 'react';
import { after } from '../../components/after';
import { onSavedInOtherTab, tellOtherTabs } from '../../data/savedElsewhere';
import { useServices } from '../../data/services';
import { LOOK_MS, lookEvery, lookForNews, lookForSaves } from './lookForSaves';
import type { WritingSession } from './writingSession';
import type { WritingState } from './writingState';

/** What somebody does who has a page in front of them. */
const STIRRINGS = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;

/**
 * Brings in what others save while the document is in front of somebody: at once from one's other tabs, and within
 * seconds from those it is shared with, or within a minute where nobody has stirred for long.
 */
export function useOthersSaves(session: WritingSession, state: WritingState, userId: string): void {
  const { postMortems } = useServices();
  const { revision } = state;
  const stirredAt = useRef(0);
  useEffect(() => {
    const look = lookForSaves(session, postMortems);
    const isInSight = () => document.visibilityState === 'visible';
    let callOff = () => {};
    const stopHearing = onSavedInOtherTab(session.id, () => {
      callOff();
      if (isInSight()) callOff = lookForNews(look, after);
    });
    let lookedAt = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const page = { isInSight: isInSight(), restedMs: now - stirredAt.current };
      const every = lookEvery(session.state(), userId, page);
      // A timer may be a little early.
      if (every === null || now - lookedAt < every - LOOK_MS / 2) return;
      lookedAt = now;
      void look();
    }, LOOK_MS);
    const stir = () => {
      stirredAt.current = performance.now();
    };
    stir();
    for (const event of STIRRINGS) addEventListener(event, stir, { passive: true });
    return () => {
      clearInterval(timer);
      stopHearing();
      callOff();
      for (const event of STIRRINGS) removeEventListener(event, stir);
    };
  }, [session, postMortems, userId]);
  useEffect(() => {
    stirredAt.current = performance.now();
    if (revision > 0) tellOtherTabs(session.id);
  }, [session, revision]);
}
