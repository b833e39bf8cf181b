import type { Given, ImportedEntry, LineReading } from './entry';
import { kindOf } from './kinds';
import { isRecord, nameIn, saidIn, textOf, whoIn } from './recordText';
import { isoOf } from './zones';

type Json = Readonly<Record<string, unknown>>;

/** What an export holds: its records in their order, and what people are called by the ids that it has for them. */
export interface Export {
  records: Json[];
  people: ReadonlyMap<string, string>;
}

/** Where exports keep the moment of a record, the usual one first. */
const MOMENTS = [
  'ts',
  'created_at',
  'createdAt',
  'display_at',
  'timestamp',
  'time',
  'at',
  'date',
  'updated_at',
];
/** Slack's records that tell of the channel and not of the incident. */
const OF_THE_CHANNEL =
  /^(?:channel_|group_)?(?:join|leave|topic|purpose|name|archive|unarchive|convert\w*)$|^(?:pinned_item|reminder_add|bot_add|bot_remove)$/;

/**
 * The messages of an export as JSON, as JSON with one a line, or as several days of it one after the other: every
 * list of records with a moment (`messages`, `log_entries`, `data`, `incident_updates`, `comments`, or one a day),
 * of any depth. Null for other JSON.
 */
export function recordsIn(text: string): Export | null {
  const value = jsonIn(text) ?? valuesOf(text) ?? jsonIn(`[${text.replace(/\]\s*\n\s*\[/g, '],[')}]`);
  if (value === null) return null;
  const records: Json[] = [];
  const people = new Map<string, string>();
  const look = (one: unknown, depth: number): void => {
    if (depth > DEEPEST) return;
    if (Array.isArray(one)) {
      const found = one.filter(isRecord);
      for (const [id, name] of found.map(nameIn).filter((named) => named !== null)) people.set(id, name);
      if (found.some((record) => momentOf(record) !== null))
        for (const record of found) records.push(...(toldWithin(record) ?? [record]));
      else for (const each of one) look(each, depth + 1);
    } else if (isRecord(one)) for (const each of Object.values(one)) look(each, depth + 1);
  };
  look(value, 0);
  return records.length > 0 ? { records, people } : null;
}

/** Lists of what happened in an incident, by the names that exports give them. */
const TOLD_WITHIN = /updates|comments|entries|notes|messages|events|history|timeline/i;

/** What a record holds a list of, where it says nothing itself: a status page's incident and its updates. */
function toldWithin(record: Json): Json[] | null {
  if (record.text !== undefined || record.body !== undefined || record.ts !== undefined) return null;
  const lists = Object.entries(record).flatMap(([name, value]) =>
    TOLD_WITHIN.test(name) && Array.isArray(value) ? [value.filter(isRecord)] : [],
  );
  const told = lists.filter((list) =>
    list.some((one) => momentOf(one) !== null && saidIn(one, new Map()) !== ''),
  );
  return told.length > 0 ? told.flat() : null;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** JSON with a value a line, as logs are written; null when a line is something else. */
function valuesOf(text: string): unknown[] | null {
  const values: unknown[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const value = /^[[{]/.test(line) ? jsonIn(line) : null;
    if (value === null) return null;
    values.push(value);
  }
  return values;
}

/** Exports nest their lists no deeper. */
const DEEPEST = 5;

/** So many records are read in one step. */
const RECORDS_A_STEP = 500;

/** Reads each record of an export as a line of its own, in the order of the export, step by step. */
export function* readRecords({ records, people }: Export, given: Given): Generator<number, LineReading[]> {
  const readings: LineReading[] = [];
  for (const record of records) {
    readings.push(readRecord(record, readings.length + 1, given, people));
    if (readings.length % RECORDS_A_STEP === 0) yield readings.length / records.length;
  }
  return readings;
}

function readRecord(record: Json, line: number, given: Given, people: Export['people']): LineReading {
  const text = saidIn(record, people);
  const leave = (why: string): LineReading => ({ line, taken: false, text, why });
  if (OF_THE_CHANNEL.test(textOf(record.subtype)))
    return leave('It belongs to the channel and not to the incident.');
  if (record.subtype === 'tombstone') return leave('It was deleted in the chat.');
  if (text === '') return leave('It has no text.');
  const instant = momentOf(record);
  if (instant === null) return leave('It has no moment.');
  const who = whoIn(record, people);
  const source = sourceOf(record);
  const entry: ImportedEntry = {
    told: instant.told,
    at: instant.at,
    zone: given.zone ?? null,
    note: null,
    text: who === '' || text.startsWith(who) ? text : `${who}: ${text}`,
    kind: pagerKind(record) ?? kindOf(text),
    source,
  };
  return { line, taken: true, ...entry };
}

/** Seconds since 1970 as Slack and Unix write them, milliseconds, or ISO 8601. Never local time: that has no zone. */
function momentOf(record: Json): { told: string; at: string } | null {
  for (const name of MOMENTS) {
    const value = record[name];
    const told = typeof value === 'number' ? String(value) : textOf(value);
    if (/^\d{10}(?:\.\d+)?$/.test(told)) return { told, at: isoOf(Math.floor(Number(told) * 1_000), 0) };
    if (/^\d{13}$/.test(told)) return { told, at: isoOf(Number(told), 0) };
    const [, offset] =
      /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?\s?(Z|[+-]\d\d:?\d\d)$/.exec(told) ?? [];
    const instant = offset ? Date.parse(told.replace(' ', 'T').replace(',', '.')) : Number.NaN;
    if (!offset || Number.isNaN(instant)) continue;
    const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d):?(\d\d)/.exec(offset) ?? [];
    const distance = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
    return { told, at: isoOf(instant + distance * 60_000, distance) };
  }
  return null;
}

function sourceOf(record: Json): string {
  if (/_log_entry(?:_reference)?$/.test(textOf(record.type))) return 'pagerduty';
  if (record.ts !== undefined) return 'slack';
  if (record.log !== undefined) return 'opsgenie';
  if (record.body !== undefined && record.status !== undefined) return 'status page';
  return isRecord(record.user) && record.user.login !== undefined ? 'github' : 'log';
}

/** PagerDuty says what an entry is by its type. */
function pagerKind(record: Json): ImportedEntry['kind'] {
  const [, type] = /^(\w+?)_log_entry/.exec(textOf(record.type)) ?? [];
  if (type === 'trigger') return 'detection';
  if (type === 'escalate') return 'escalation';
  return type === 'resolve' ? 'resolution' : null;
}
