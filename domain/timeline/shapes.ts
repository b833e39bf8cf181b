import { type Phrase, phraseAt, type ToldDay } from './phrases';
import { readZone, ZONE_PATTERN } from './zones';

/** What a line is, looked at alone. */
export type Shape =
  | { kind: 'empty' }
  | { kind: 'left'; why: string }
  | { kind: 'zone'; zone: string }
  | { kind: 'day'; day: ToldDay; zone: string | null }
  /** `isAlone` when nothing but the moment stands there, `isHeader` when a name does and the text is below. */
  | { kind: 'moment'; phrase: Phrase; text: string; source: string; isAlone: boolean; isHeader: boolean }
  | { kind: 'text' };

const PAGE_PARTS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^:[\w+-]+:(?:\s*\d+)?(?:\s+:[\w+-]+:(?:\s*\d+)?)*$/, 'It is a reaction.'],
  [
    /^(?=.*\p{Extended_Pictographic})(?:\p{Extended_Pictographic}|\p{M}|\p{Emoji_Modifier}|\u200d|\d|\s)+$/u,
    'It is a reaction.',
  ],
  [/^\d+ (?:reactions?|likes?)\b.*$/i, 'It is a reaction.'],
  [/^(?:like|heart|laugh|surprised|sad|angry)(?: reaction)?\s+\d+$/i, 'It is a reaction.'],
  [
    /^(?:\d+ repl(?:y|ies)\b.*|last reply (?:today|yesterday|on|at|\d+ \w+ ago)\b.*|has context menu|view thread|reply|replied to a thread:?|also sent to the channel|see less|show more)$/i,
    'It belongs to the chat’s page.',
  ],
  [/^\(?edited\)?$|^(?:new messages?|unread messages?|last read)$/i, 'It belongs to the chat’s page.'],
  [/^(?:[-=_*~#|:+\s]{3,})$/, 'It is a line between parts.'],
  [
    /^(?:.{0,60}\s)?(?:has )?(?:joined|left) (?:#?[\w-]+|the (?:channel|conversation|chat|group|meeting))\.?$/i,
    'Somebody came or went.',
  ],
  [
    /^.{0,60}\b(?:set the channel (?:topic|purpose|description)|was added to the (?:channel|conversation|chat)|renamed the channel|pinned a message)\b.*$/i,
    'It belongs to the chat’s page.',
  ],
  [/^(?:#{1,6}\s+)?(?:incident )?(?:timeline|chronology|zeitleiste)\s*:?$/i, 'It is a heading.'],
];
const TABLE_HEADS: readonly RegExp[] = [
  /^\|?\s*(?:time|when|timestamp|date|zeit|ora)\b[^|]*\|.*$/i,
  /^"?(?:time|when|timestamp|date)(?:\s?\([^)]{1,30}\))?"?(?:[,;\t]\s?"?[\w ()]{1,30}"?)+$/i,
];
/** "Time (PST)", "When, UTC": the zone that a column is told in. */
const ZONE_OF_COLUMN = new RegExp(`(?:time|when|timestamp|zeit|ora)\\W{0,3}(${ZONE_PATTERN})(?![\\w/])`, 'i');
const ZONE_LINE = new RegExp(
  `^\\W*(?:all\\s+)?(?:times?|timestamps?)\\s+(?:(?:are|is|below|here|listed|given)\\s+)*(?:in\\s+)?\\(?(${ZONE_PATTERN})\\)?(?:\\s+time)?\\W*$`,
  'i',
);
const ZONE_BEHIND = new RegExp(
  `\\(?\\b(?:all\\s+)?times?\\s+(?:are\\s+)?(?:in\\s+)?(${ZONE_PATTERN})\\b\\)?\\W*$|^\\W*\\(?(${ZONE_PATTERN})\\)?\\W*$`,
  'i',
);
/** What stands before a moment without telling anything: bullets, quotes, brackets, bars, bold, syslog's priority. */
const LEAD =
  /^(?:<\d{1,3}>(?:\d\s+)?|(?:um|gegen)\s+(?=\d)|[-*+•>|"]\s*|\d+[.)]\s+|#{1,6}\s+|\[|\(|[*_]{1,2}|`|posted(?: \S+ \w+ ago\.?)?\s*(?:on\s+)?|updated?:?\s+)*/i;
/** What stands between a moment and its text. */
const BEHIND = /^(?:\]|\)|[*_]{1,2}|`|[-–—:|•,>]|[\s\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]|hrs?\b)*/;
/** What stands before a family name without a capital. */
const PARTICLE = '(?:d[aeio]|das|dos|del|della|di|van|von|der|den|de|la|le|el|al|bin|ibn|ten|ter|zu)';
const WORD = "[\\p{L}\\p{N}.'’_-]*";
const WORDS = `(?:\\s+(?:${PARTICLE}(?=\\s)|[\\p{Lu}(][\\p{L}\\p{N}.'’_()-]*|\\(\\w+\\)))`;
const NAME = `[\\p{Lu}@]${WORD}${WORDS}{0,4}`;
const NAME_ALONE = new RegExp(`^(${NAME})(?:\\s+(?:APP|BOT))?:?$`, 'u');
/** As directories sort them: "de la Cruz, Ana María (Guest)". */
const FAMILY_FIRST = new RegExp(
  `^(?:${PARTICLE}\\s+){0,3}\\p{Lu}${WORD}${WORDS}{0,2},\\s\\p{Lu}${WORD}${WORDS}{0,3}:?$`,
  'u',
);
const SYSLOG = /^[A-Z][a-z]{2}\s+\d{1,2} \d\d:\d\d:\d\d \S+ [\w./-]+(?:\[\d+\])?:/;
const LEVEL = /^\W*(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|CRIT(?:ICAL)?|FATAL|ALERT|EMERG)\b/;

const A_TIME_LAST = /\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?$/i;

/** Longer lines are no headers of a chat. */
const LONGEST_HEADER = 120;

/** What says in which direction a line runs: chats in Arabic and Hebrew begin with it. It is no part of a moment. */
const MARKS = /^[\s\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+/;

/** Looks at one line. */
export function shapeOf(raw: string): Shape {
  const line = raw.replace(MARKS, '').trim();
  if (line === '') return { kind: 'empty' };
  const part = PAGE_PARTS.find(([pattern]) => pattern.test(line.slice(0, 200)));
  if (part) return { kind: 'left', why: part[1] };
  if (TABLE_HEADS.some((head) => head.test(line.slice(0, 200)))) {
    const told = ZONE_OF_COLUMN.exec(line.slice(0, 200))?.[1];
    if (told && readZone(told)) return { kind: 'zone', zone: told };
    return { kind: 'left', why: 'It is the head of a table.' };
  }
  // Slack says on a line of its own, under the name, that an app is one.
  const app = /^(?:APP|BOT)\s+(?=\d)/.exec(line);
  if (app) return leading(line.slice(app[0].length)) ?? { kind: 'text' };
  const zone = ZONE_LINE.exec(line.slice(0, LONGEST_HEADER))?.[1];
  if (zone && readZone(zone)) return { kind: 'zone', zone };
  return leading(line) ?? trailing(line) ?? { kind: 'text' };
}

/** A line that begins with its moment. */
function leading(line: string): Shape | null {
  const lead = LEAD.exec(line)?.[0] ?? '';
  const phrase = phraseAt(line.slice(lead.length));
  if (!phrase) return null;
  const rest = line.slice(lead.length + phrase.length);
  const text = lead.endsWith('"')
    ? ofQuotedCells(rest)
    : rest.slice(BEHIND.exec(rest)?.[0].length ?? 0).replace(/\s*\|\s*$/, '');
  if (phrase.time === null) return phrase.day ? dayLine(phrase.day, text) : null;
  // "10:15pmX", "14:02-release": a moment ends where a word does.
  if (/^[\p{L}\p{N}]/u.test(rest)) return null;
  if (text === '' && rest.length < 4) {
    return { kind: 'moment', phrase, text: '', source: 'text', isAlone: true, isHeader: false };
  }
  const inBrackets = lead.endsWith('[') && rest.startsWith(']');
  if (inBrackets && (NAME_ALONE.test(text) || isFamilyFirst(text, phrase)))
    return { kind: 'moment', phrase, text, source: 'teams', isAlone: false, isHeader: true };
  return {
    kind: 'moment',
    phrase,
    text,
    source: sourceOf(line, lead, phrase, text),
    isAlone: false,
    isHeader: false,
  };
}

/** What stands behind the first cell of a line of CSV, quoted as spreadsheets quote: `","Bob said ""hi""","trigger"`. */
const ofQuotedCells = (rest: string): string =>
  rest
    .replace(/^"?\s*[,;\t]?\s*/, '')
    .replace(/^"|"$/g, '')
    .replace(/"\s*[,;\t]\s*"/g, ', ')
    .replaceAll('""', '"');

/** A line with only a day, and perhaps the zone of what follows; a text behind it is a text. */
function dayLine(day: ToldDay, text: string): Shape | null {
  if (text.replace(/[\s\-–—=#*_:|.]/g, '') === '') return { kind: 'day', day, zone: null };
  const found = ZONE_BEHIND.exec(text.slice(0, 80));
  const zone = found?.[1] ?? found?.[2];
  return zone && readZone(zone) ? { kind: 'day', day, zone } : null;
}

/** A line that ends with its moment: a chat's header when a name stands before it, else what happened then. */
function trailing(line: string): Shape | null {
  if (line.length > LONGEST_HEADER) return null;
  const bare = line.replace(/\s*\(?edited\)?$/i, '');
  for (const at of starts(bare)) {
    const phrase = phraseAt(bare.slice(at));
    if (!phrase || phrase.time === null || !/^[\s\])]*$/.test(bare.slice(at + phrase.length))) continue;
    const before = bare.slice(0, at).replace(/(?:[\s[(,—–|•@-]|\bat)+$/i, '');
    // "10:45 - 16:11 UTC" is how long something went on, and not when.
    if (A_TIME_LAST.test(before)) return null;
    const name = before.replace(/\s+(?:APP|BOT)$/, '');
    if (!isName(name) && !isFamilyFirst(name, phrase)) {
      const text = before.slice(LEAD.exec(before)?.[0].length ?? 0);
      return { kind: 'moment', phrase, text, source: 'text', isAlone: false, isHeader: false };
    }
    return { kind: 'moment', phrase, text: name, source: chatOf(phrase), isAlone: false, isHeader: true };
  }
  return null;
}

/** Which chat heads a message with such a moment: Teams tells the day, Slack the time or "Today". */
export const chatOf = ({ day }: Phrase): string => (day && day.relative === undefined ? 'teams' : 'slack');

/** Two words with a comma between them are as well two things that were done, unless a day stands beside them. */
const isFamilyFirst = (text: string, { day }: Phrase): boolean =>
  day !== null && day.relative === undefined && FAMILY_FIRST.test(text);

/** What a chat shows above a time that stands alone. */
export const isNameAbove = (text: string): boolean => isName(text) || FAMILY_FIRST.test(text);

/** A name as chats show it: one word, or up to five that begin with a capital. */
const isName = (text: string): boolean => NAME_ALONE.test(text) || /^@?[\p{L}\p{N}._-]{2,30}$/u.test(text);

/** Where a moment may begin in a header: behind a space or a bracket. */
function* starts(line: string): Generator<number> {
  for (let at = 1; at < line.length; at++)
    if (/[\s[(]/.test(line[at - 1] as string) && /\S/.test(line[at] as string)) yield at;
}

function sourceOf(line: string, lead: string, phrase: Phrase, text: string): string {
  if (lead.includes('|')) return 'table';
  if (SYSLOG.test(line) || lead.startsWith('<')) return 'syslog';
  const isFull = phrase.day !== null && /\d:\d\d:\d\d/.test(phrase.told);
  return isFull || LEVEL.test(text) ? 'log' : 'text';
}
