type Json = Readonly<Record<string, unknown>>;
export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const recordsOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** Where exports keep the text of a record, the usual one first. */
const TEXTS = ['text', 'summary', 'log', 'body', 'message', 'msg', 'description', 'title', 'name'];

/** What a record says, with the names of its files. @param people names by Slack's ids */
export function saidIn(record: Json, people: ReadonlyMap<string, string>): string {
  const own = TEXTS.map((name) => textOf(record[name]).trim()).find(Boolean) ?? '';
  const said = withDetail(record, own || cardIn(record));
  const names = recordsOf(record.files)
    .map((file) => textOf(file.name) || textOf(file.title))
    .filter(Boolean);
  const withFiles = names.length > 0 ? [said, `(file: ${names.join(', ')})`].filter(Boolean).join(' ') : said;
  const status = textOf(record.status);
  // A status page's update says what it is in a field of its own.
  const text =
    status && textOf(record.body)
      ? `${status[0]?.toUpperCase()}${status.slice(1)} - ${withFiles}`
      : withFiles;
  return withoutMarkup(text, people);
}

/** Alerts come into a channel as cards: the message has no text of its own, and blocks or attachments tell it. */
function cardIn(record: Json): string {
  const blocks = wordsIn(record.blocks, 0);
  if (blocks.length > 0) return blocks.join(' ');
  const told = recordsOf(record.attachments).map((attachment) => {
    const words = [attachment.pretext, attachment.title, attachment.text].map((one) => textOf(one).trim());
    const card = [...words.filter(Boolean), ...wordsIn(attachment.blocks, 0)];
    return card.length > 0 ? [...new Set(card)].join(' ') : textOf(attachment.fallback).trim();
  });
  return told.filter(Boolean).join(' ');
}

/** Blocks hold blocks, and text or elements with text. Slack nests them no deeper. */
const DEEPEST_BLOCK = 8;

function wordsIn(block: unknown, depth: number): string[] {
  if (depth > DEEPEST_BLOCK) return [];
  if (Array.isArray(block)) return block.flatMap((one) => wordsIn(one, depth + 1));
  if (!isRecord(block)) return [];
  if (typeof block.text === 'string') return block.text.trim() === '' ? [] : [block.text.trim()];
  if (typeof block.user_id === 'string') return [`<@${block.user_id}>`];
  return [block.text, block.fields, block.elements].flatMap((one) => wordsIn(one, depth + 1));
}

/** PagerDuty says that a note was added, or that something was triggered, and beside it which. */
function withDetail(record: Json, said: string): string {
  if (!/^(?:annotate|trigger)_log_entry/.test(textOf(record.type))) return said;
  const [details, channel] = [record.event_details, record.channel].map((one) => (isRecord(one) ? one : {}));
  const detail =
    [details?.description, channel?.summary].map((one) => textOf(one).trim()).find(Boolean) ?? '';
  return detail === '' || said.includes(detail) ? said : `${said}: ${detail}`;
}

/** Who says it. @param people names by Slack's ids */
export function whoIn(record: Json, people: ReadonlyMap<string, string>): string {
  const [user, agent, bot] = [record.user, record.agent, record.bot_profile].map((one) =>
    isRecord(one) ? one : {},
  );
  const names = [...profileNames(record.user_profile), record.username, user?.login, user?.name];
  const id = textOf(record.user);
  return (
    [...names, agent?.summary, bot?.name].map(textOf).find(Boolean) ??
    people.get(id) ??
    (textOf(record.owner) || id)
  );
}

const profileNames = (profile: unknown): unknown[] =>
  isRecord(profile) ? [profile.real_name, profile.display_name, profile.name] : [];

const SLACK_ID = /^[UW][A-Z0-9]{2,}$/;

/** The name that a record gives to an id: a message to its author, an entry of the list of users to itself. */
export function nameIn(record: Json): readonly [id: string, name: string] | null {
  const isUser = textOf(record.id) !== '' && record.ts === undefined;
  const id = textOf(isUser ? record.id : record.user);
  if (!SLACK_ID.test(id)) return null;
  const own = isUser ? [record.real_name, ...profileNames(record.profile), record.name] : [];
  const name = [...own, ...profileNames(record.user_profile)].map(textOf).find(Boolean);
  return name ? [id, name] : null;
}

/** Slack's markup as it is shown: people, channels, links, entities. */
const withoutMarkup = (text: string, people: ReadonlyMap<string, string>): string =>
  text
    .replace(/<(?:@|#)[A-Z0-9]+\|([^>]+)>/g, '@$1')
    .replace(/<@([A-Z0-9]+)>/g, (_, id: string) => `@${people.get(id) ?? id}`)
    .replace(/<!(?:subteam\^\w+\|)?@?(\w+)(?:\|[^>]*)?>/g, '@$1')
    .replace(/<((?:https?|mailto):[^|>]+)\|([^>]+)>/g, '$2 ($1)')
    .replace(/<((?:https?|mailto):[^>]+)>/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim();
