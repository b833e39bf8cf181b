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
    const anchor = PREFIX + (link ?? digest(`${moment ?? at}\n${text}`));
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

/** FNV-1a over UTF-16 units: short, and the same in every browser. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
