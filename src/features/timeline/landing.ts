import type { Origin } from '../../../domain/history/revision';
import type { TimelineEntry } from '../../../domain/postMortem';
import { landed, withoutThose } from '../../../domain/timeline/landing';
import { sayCount } from '../../language/say';

/** Where entries land. */
export interface Landing {
  /** The timeline as it is when it is asked for. */
  timelineNow(): readonly TimelineEntry[];
  /** Takes the timeline with the entries in it, and where they are from; without them again when they are taken back. */
  onTimeline(timeline: TimelineEntry[], from?: Origin): void;
  /** Says what was added, on the page that stays when the dialog is closed. */
  sayUndoable(text: string, undo: () => void): void;
}

/** Adds entries to a timeline, and says so with a way back. */
export function addTo({ timelineNow, onTimeline, sayUndoable }: Landing, entries: TimelineEntry[]): void {
  onTimeline(landed(timelineNow(), entries), 'imported');
  sayUndoable(
    sayCount(entries.length, 'Added {n} entry to the timeline.', 'Added {n} entries to the timeline.'),
    () => onTimeline(withoutThose(timelineNow(), entries)),
  );
}
