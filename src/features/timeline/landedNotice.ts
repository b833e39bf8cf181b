import { useEffect, useRef } from 'react';
import type { TimelineEntry } from '../../../domain/postMortem';
import { useNotify } from '../../components/Notices';

/** Entries that stand in a timeline now, and what takes them out again. */
export interface Landed {
  entries: readonly TimelineEntry[];
  undo(): void;
}

/** Says what was added, and offers to take it back as long as the document is open. */
export function useLandedNotice() {
  const notify = useNotify();
  const said = useRef(new Set<() => void>());
  useEffect(() => {
    const notices = said.current;
    return () => {
      for (const dismiss of notices) dismiss();
    };
  }, []);
  return ({ entries, undo }: Landed) => {
    const count = entries.length;
    const text = `Added ${count.toLocaleString('en')} ${count === 1 ? 'entry' : 'entries'} to the timeline.`;
    said.current.add(notify({ text, action: { label: 'Undo', run: undo } }));
  };
}
