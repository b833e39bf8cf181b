import type { Given, ImportedEntry, LineReading } from './entry';
import { kindOf } from './kinds';
import { isoOf } from './zones';

type Json = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Where exports keep the moment of a record, and its text, the usual one first. */
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
const TEXTS = ['text', 'summary', 'log', 'body', 'message', 'msg', 'description', 'title'];
/** Slack's records that tell of the channel and not of the incident. */
const OF_THE_CHANNEL =
  /^(?:channel_|group_)?(?:join|leave|topic|purpose|name|archive|unarchive|convert\w*)$|^(?:pinned_item|reminder_add|bot_add|bot_remove)$/;

/**
 * The messages of an export as JSON, or as JSON with one a line: a list, or a list within an object (`messages`, `log_entries`, `data`,
 * `incident_updates`, `comments`); of any depth, the longest list of records with a moment. Null for other JSON.
 */
export function recordsIn(text: string): Json[] | null {
  const value = jsonIn(text) ?? valuesOf(text);
  if (value === null) return null;
  const lists: Json[][] = [];
  const look = (one: unknown, depth: number): void => {
    if (depth > DEEPEST) return;
    if (Array.isArray(one)) {
      const records = one.filter(isRecord);
      if (records.some((record) => momentOf(record) !== null)) lists.push(records);
      else for (const each of one) look(each, depth + 1);
    } else if (isRecord(one)) for (const each of Object.values(one)) look(each, depth + 1);
  };
  look(value, 0);
  return lists.sort((a, b) => b.length - a.length)[0] ?? null;
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
    const value = line.startsWith('{') ? jsonIn(line) : null;
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
export function* readRecords(records: readonly Json[], given: Given): Generator<number, LineReading[]> {
  const readings: LineReading[] = [];
  for (const record of records) {
    readings.push(readRecord(record, readings.length + 1, given));
    if (readings.length % RECORDS_A_STEP === 0) yield readings.length / records.length;
  }
  return readings;
}

function readRecord(record: Json, line: number, given: Given): LineReading {
  const text = withoutMarkup(saidIn(record));
  const leave = (why: string): LineReading => ({ line, taken: false, text, why });
  if (OF_THE_CHANNEL.test(textOf(record.subtype)))
    return leave('It belongs to the channel and not to the incident.');
  if (text === '') return leave('It has no text.');
  const instant = momentOf(record);
  if (instant === null) return leave('It has no moment.');
  const who = whoIn(record);
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

function saidIn(record: Json): string {
  const said = TEXTS.map((name) => textOf(record[name]).trim()).find(Boolean) ?? '';
  const status = textOf(record.status);
  const files = Array.isArray(record.files) ? record.files.filter(isRecord) : [];
  const names = files.map((file) => textOf(file.name) || textOf(file.title)).filter(Boolean);
  const withFiles = names.length > 0 ? [said, `(file: ${names.join(', ')})`].filter(Boolean).join(' ') : said;
  // A status page's update says what it is in a field of its own.
  return status && textOf(record.body)
    ? `${status[0]?.toUpperCase()}${status.slice(1)} - ${withFiles}`
    : withFiles;
}

function whoIn(record: Json): string {
  const profile = isRecord(record.user_profile) ? record.user_profile : {};
  const user = isRecord(record.user) ? record.user : {};
  const agent = isRecord(record.agent) ? record.agent : {};
  const names = [
    profile.real_name,
    profile.display_name,
    profile.name,
    record.username,
    user.login,
    user.name,
    agent.summary,
  ];
  return names.map(textOf).find(Boolean) ?? (textOf(record.owner) || textOf(record.user));
}

/** Slack's markup as it is shown: people, channels, links, entities. */
const withoutMarkup = (text: string): string =>
  text
    .replace(/<(?:@|#)[A-Z0-9]+\|([^>]+)>/g, '@$1')
    .replace(/<@([A-Z0-9]+)>/g, '@$1')
    .replace(/<!(?:subteam\^\w+\|)?@?(\w+)(?:\|[^>]*)?>/g, '@$1')
    .replace(/<((?:https?|mailto):[^|>]+)\|([^>]+)>/g, '$2 ($1)')
    .replace(/<((?:https?|mailto):[^>]+)>/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim();

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
