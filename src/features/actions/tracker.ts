import { TRACKERS, type Tracker } from '../../../domain/actions/newIssue';

const KEY = 'nevermore.tracker';

/** Where this device makes new issues; null until somebody has typed it. */
export function keptTracker(storage: Storage): Tracker | null {
  const kept = storage.getItem(KEY);
  if (kept === null) return null;
  try {
    const { id, address } = JSON.parse(kept) as Partial<Tracker>;
    const tracker = TRACKERS.find((one) => one.id === id);
    return tracker && typeof address === 'string' ? { id: tracker.id, address } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export const keepTracker = (storage: Storage, tracker: Tracker): void =>
  storage.setItem(KEY, JSON.stringify(tracker));
