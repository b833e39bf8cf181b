import type { TimelineEntry } from '../postMortem';
import { readTimeline } from '.';
import { entriesOf, wordsAsRows } from './landing';
import { dayAndZone } from './rowTimes';

/**
 * Rows for lines that somebody pasted among the rows: one for each line with words, read as an import reads
 * them. What continues the line above, in a chat for instance, is in its row. The day and the zone are those of
 * the entry above, where the lines tell none.
 */
export function pastedEntries(text: string, above: TimelineEntry | undefined): TimelineEntry[] {
  return readTimeline(text, dayAndZone(above)).flatMap((reading) => {
    if (!reading.taken) return reading.text.trim() === '' ? [] : wordsAsRows(reading.text);
    return 'joins' in reading ? [] : entriesOf(reading);
  });
}
