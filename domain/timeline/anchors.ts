import { fnv1a } from '../fnv';
import type { TimelineEntry } from '../postMortem';

const PREFIX = 'timeline-';

/**
 * The ends of the links to entries, `timeline-…`, in their order. One that somebody has copied is kept in its
 * entry, and holds whatever becomes of it. Any other follows from when the entry was and what it says, so that
 * it holds while entries move and others come in between.
 */
export function anchorsOf(entries: readonly TimelineEntry[]): string[] {
  const taken = new Map<string, number>();
  return entries.map(({ link, moment, at, text }) => {
    const anchor = PREFIX + (link ?? fnv1a(`${moment ?? at}\n${text}`).toString(36));
    const times = (taken.get(anchor) ?? 0) + 1;
    taken.set(anchor, times);
    return times === 1 ? anchor : `${anchor}-${times}`;
  });
}

/** An entry that keeps its link from now on. */
export const withLink = (entry: TimelineEntry, anchor: string): TimelineEntry => ({
  ...entry,
  link: anchor.slice(PREFIX.length),
});
