import type { Origin } from '../../../domain/history/revision';
import type { TimelineEntry } from '../../../domain/postMortem';
import { landed, withoutThose } from '../../../domain/timeline/landing';

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
  sayUndoable(`Added ${numberOf(entries.length, 'entry', 'entries')} to the timeline.`, () =>
    onTimeline(withoutThose(timelineNow(), entries)),
  );
}

/** "1 entry", "1,200 entries". */
export const numberOf = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
