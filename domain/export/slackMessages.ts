/**
 * Characters that a message of Slack should keep to; over 40,000 the API cuts without an error.
 * https://docs.slack.dev/reference/methods/chat.postMessage, "Truncating content".
 */
export const MOST_IN_A_MESSAGE = 4_000;

/** For "*A title* (12/34)" and its line breaks. */
const ROOM_FOR_A_NUMBER = 20;
const LONGEST_TITLE = 150;

/**
 * Blocks of mrkdwn as messages that Slack takes whole: split between blocks, where one is too long between its
 * lines, and within a line only where that alone is too long.
 * @param title escaped, for the head of each message after the first
 */
export function splitMessages(
  blocks: readonly string[],
  title: string,
): { messages: string[]; told: string[] } {
  const whole = blocks.join('\n\n');
  if (whole.length <= MOST_IN_A_MESSAGE) return { messages: [whole], told: [] };
  const head = `*${cutAt(title.replaceAll('*', ''), LONGEST_TITLE)[0]}*`;
  const most = MOST_IN_A_MESSAGE - head.length - ROOM_FOR_A_NUMBER;
  const parts = packed(
    blocks.flatMap((block) => pieces(block, most)),
    '\n\n',
    most,
  );
  const messages = parts.map((part, index) => `${head} (${index + 1}/${parts.length})\n\n${part}`);
  return {
    messages,
    told: [
      `Slack takes ${MOST_IN_A_MESSAGE.toLocaleString('en')} characters a message: the document is split into ${parts.length}, each with its number. Nothing is left out.`,
    ],
  };
}

const FENCE = '```';

function pieces(block: string, most: number): string[] {
  if (block.length <= most) return [block];
  const hasCode = block.includes(FENCE);
  const room = hasCode ? most - 2 * (FENCE.length + 1) : most;
  const parts = packed(
    block.split('\n').flatMap((line) => allOf(line, room)),
    '\n',
    room,
  );
  return hasCode ? fenced(parts) : parts;
}

/** Code that a cut goes through, also within a list, ends before it and begins again behind it. */
function fenced(parts: readonly string[]): string[] {
  let isOpen = false;
  return parts.flatMap((part) => {
    let text = part;
    if (isOpen && (text === FENCE || text.startsWith(`${FENCE}\n`))) {
      // It ended at the cut, where it was closed.
      text = text.slice(FENCE.length + 1);
      isOpen = false;
    } else if (isOpen) text = `${FENCE}\n${text}`;
    isOpen = text.split(FENCE).length % 2 === 0;
    if (isOpen) text = text.endsWith(`\n${FENCE}`) ? text.slice(0, -FENCE.length - 1) : `${text}\n${FENCE}`;
    return text === '' ? [] : [text];
  });
}

function packed(texts: readonly string[], between: string, most: number): string[] {
  const parts: string[] = [];
  let part: string | null = null;
  for (const text of texts) {
    if (part !== null && part.length + between.length + text.length <= most) part += between + text;
    else {
      if (part !== null) parts.push(part);
      part = text;
    }
  }
  if (part !== null) parts.push(part);
  return parts;
}

function allOf(line: string, most: number): string[] {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > most) {
    const [first, after] = cutAt(rest, most);
    parts.push(first);
    rest = after;
  }
  return [...parts, rest];
}

/** A link or an entity is never cut: its half would be text, or a link to somewhere else. */
const WHOLE = /<[^<>]*>|&(?:amp|lt|gt);|[\ud800-\udbff][\udc00-\udfff]/g;

/** The longest beginning of at most so many characters that breaks nothing, and the rest. */
function cutAt(text: string, most: number): [string, string] {
  if (text.length <= most) return [text, ''];
  let at = text.lastIndexOf(' ', most);
  if (at < most / 2) at = most;
  for (const { index, 0: whole } of text.matchAll(WHOLE)) {
    if (index >= at) break;
    // One that is longer than a message has to be cut all the same.
    if (index + whole.length > at && index > 0) at = index;
  }
  return [text.slice(0, at), text.slice(at).trimStart()];
}
