import type { Given, LineReading } from './entry';
import { readLines } from './lines';
import { readRecords, recordsIn } from './records';

export type { Given, LineReading } from './entry';
export { readZone } from './zones';

/**
 * Reads what somebody pasted, a chat, a log, a status page, a table, plain lines or an export as JSON, into
 * entries of a timeline. Each line (of an export: each message) has its reading: taken, joined to another, or
 * left out with the reason. Pure; time grows with the length of the text.
 */
export function readTimeline(text: string, given: Given = {}): LineReading[] {
  const steps = readTimelineInSteps(text, given);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/**
 * The same, step by step, for a page that must not stand still meanwhile. A step takes some milliseconds, the
 * parsing of an export more; each says how much is done, from 0 to 1.
 */
export function* readTimelineInSteps(text: string, given: Given = {}): Generator<number, LineReading[]> {
  const records = /^\s*[[{]/.test(text) ? recordsIn(text) : null;
  if (records) return yield* readRecords(records, given);
  const lines = text.split(/\r\n|\n|\r/);
  // A line break at the end begins no line.
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return yield* readLines(lines, given);
}
