import { parseArgs } from 'node:util';
import { type LineReading, readTimeline, readZone } from '../../../domain/timeline';
import { print, runCommand } from './command';
import { UsageError } from './errors';
import { decodeUtf8 } from './utf8';

const USAGE = 'Usage: npm run --silent timeline -- [--date 2026-03-04] [--zone Europe/Rome] < text';

/**
 * `npm run timeline`: reads a pasted text as a timeline, and prints one JSON object for each of its lines (of an
 * export as JSON: for each of its messages). `at` is null where date or zone is not certain, and `note` says why.
 * A line without a time that belongs to another has `joins`, the line that carries the moment. No server needed.
 */
runCommand(async () => {
  const given = readOptions();
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const readings = readTimeline(decodeUtf8(Buffer.concat(chunks), 'The text'), given);
  for (const reading of readings) await print(`${JSON.stringify(lineOf(reading))}\n`);
});

function lineOf(reading: LineReading) {
  const { line, taken, text } = reading;
  if (!reading.taken) return { line, taken, at: null, told: null, text, kind: null, why: reading.why };
  if ('joins' in reading)
    return { line, taken, at: null, told: null, text, kind: null, joins: reading.joins };
  const { at, told, kind, zone, source, note } = reading;
  return { line, taken, at, told, text, kind, zone, source, ...(note !== null && { note }) };
}

function readOptions(): { date?: string | undefined; zone?: string | undefined } {
  const values = readValues();
  if (values.date !== undefined && !isDay(values.date)) {
    throw new UsageError(`--date takes a day as 2026-03-04, and “${values.date}” is none.\n${USAGE}`);
  }
  if (values.zone !== undefined) {
    const zone = readZone(values.zone);
    if (zone?.kind === 'rules' || zone?.kind === 'offset') return values;
    const wrong = zone
      ? `“${values.zone}” is the name of several time zones: ${zone.which}`
      : `there is no time zone “${values.zone}”`;
    throw new UsageError(`--zone takes Europe/Rome, CET or +01:00, and ${wrong}.\n${USAGE}`);
  }
  return values;
}

function readValues() {
  try {
    return parseArgs({ options: { date: { type: 'string' }, zone: { type: 'string' } } }).values;
  } catch (cause) {
    throw new UsageError(`${(cause as Error).message}\n${USAGE}`, { cause });
  }
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
}
