import type { TimelineEntry } from '../postMortem';
import { readTimeline } from '.';
import { entriesOf, wordsAsRows } from './landing';
import { dayAndZone } from './rowTimes';

/** Where a line without a time is somebody's own next line. In a chat or a log it goes on with the one above. */
const OWN_LINES = new Set(['text', 'table']);

/**
 * Rows for lines that somebody pasted among the rows: one for each line with words, read as an import reads
 * them. What continues a message of a chat, or a record of a log, is in its row. The day and the zone are those
 * of the entry above, where the lines tell none.
 */
export function pastedEntries(text: string, above: TimelineEntry | undefined): TimelineEntry[] {
  const readings = readTimeline(text, dayAndZone(above));
  const joined = new Map<number, string[]>();
  for (const reading of readings) {
    if (!reading.taken || !('joins' in reading)) continue;
    joined.set(reading.joins, [...(joined.get(reading.joins) ?? []), reading.text]);
  }
  return readings.flatMap((reading) => {
    if (!reading.taken) return reading.text.trim() === '' ? [] : wordsAsRows(reading.text);
    if ('joins' in reading) return [];
    const lines = joined.get(reading.line) ?? [];
    const behind = `\n${lines.join('\n')}`;
    if (lines.length === 0 || !OWN_LINES.has(reading.source) || !reading.text.endsWith(behind)) {
      return entriesOf(reading);
    }
    const own = { ...reading, text: reading.text.slice(0, -behind.length) };
    return [...entriesOf(own), ...lines.flatMap(wordsAsRows)];
  });
}
