import { useEffect } from 'react';
import { onSavedInOtherTab, tellOtherTabs } from '../../data/savedElsewhere';
import { useServices } from '../../data/services';
import { LOOK_MS, lookForSaves } from './lookForSaves';
import type { WritingSession } from './writingSession';
import type { WritingState } from './writingState';

/**
 * Brings in what others save while the document is in front of somebody: at once from one's other tabs, and within
 * seconds from those it is shared with. Who only reads what is published reads it as it was when they opened it.
 */
export function useOthersSaves(session: WritingSession, state: WritingState, userId: string): void {
  const { postMortems } = useServices();
  const { owner, editors, commenters, readers, revision } = state;
  const others = [...editors, ...commenters, ...readers];
  const isShared = owner === userId ? others.length > 0 : others.includes(userId);
  useEffect(() => {
    const look = lookForSaves(session, postMortems);
    const lookIfSeen = () => void (document.visibilityState === 'visible' && look());
    const stopHearing = onSavedInOtherTab(session.id, lookIfSeen);
    const timer = isShared ? setInterval(lookIfSeen, LOOK_MS) : undefined;
    return () => {
      clearInterval(timer);
      stopHearing();
    };
  }, [session, postMortems, isShared]);
  useEffect(() => {
    if (revision > 0) tellOtherTabs(session.id);
  }, [session, revision]);
}
