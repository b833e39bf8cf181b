import type { Token } from './htmlTokens';

type Opened = Extract<Token, { type: 'open' }>;

/** A list that is open, as Word knows it. */
interface List {
  id: string;
  name: 'ul' | 'ol';
}

const LEVEL = /mso-list\s*:\s*(l\d+)\s+level(\d+)/i;
const IS_MARK = /mso-list\s*:\s*Ignore/i;
const NUMBERED = /^\(?(?:\d+|[a-z]{1,4})[.)]/i;
/** Word has nine. */
const DEEPEST = 9;
const NOTHING: ReadonlyMap<string, string> = new Map();
/** What ends a list of paragraphs. */
const APART = /^(?:p|h[1-6]|table|ul|ol|pre|blockquote|hr)$/;

/**
 * Word writes the items of a list as paragraphs, each with its level in its style and its mark as text that only
 * Word leaves out. They come out as lists.
 */
export function* withWordsLists(tokens: Iterable<Token>): Generator<Token> {
  const lists: List[] = [];
  /** The paragraph of an item whose mark has not come yet. */
  let begun: { opened: Opened; id: string; level: number } | null = null;
  let isItem = false;
  /** Inside of a mark: its text, and how many elements are open in it. */
  let mark = '';
  let within = 0;
  for (const token of tokens) {
    if (within > 0) {
      if (token.type === 'text') mark += token.text;
      else within += token.type === 'open' ? 1 : -1;
      if (within > 0) continue;
      if (begun) yield* itemOf(lists, begun, mark.trim());
      isItem = begun !== null;
      begun = null;
      continue;
    }
    const style = token.type === 'open' ? (token.attributes.get('style') ?? '') : '';
    if (token.type === 'open' && begun && token.name === 'span' && IS_MARK.test(style)) {
      mark = '';
      within = 1;
      continue;
    }
    // Without a mark it is a paragraph.
    if (begun && token.type === 'text' && token.text.trim() !== '') {
      yield begun.opened;
      begun = null;
    }
    if (token.type === 'open' && APART.test(token.name)) {
      const [, id, level] = (token.name === 'p' && LEVEL.exec(style)) || [];
      if (id) {
        begun = { opened: token, id, level: Math.min(DEEPEST, Number(level)) };
        continue;
      }
      yield* ended(lists, 0);
    }
    if (token.type === 'close' && token.name === 'p' && isItem) {
      isItem = false;
      yield { type: 'close', name: 'li' };
    } else yield token;
  }
  yield* ended(lists, 0);
}

function* itemOf(
  lists: List[],
  { id, level }: { id: string; level: number },
  mark: string,
): Generator<Token> {
  const name = NUMBERED.test(mark) ? 'ol' : 'ul';
  const same = lists[level - 1];
  yield* ended(lists, same && same.id === id && same.name === name ? level : level - 1);
  while (lists.length < level) {
    lists.push({ id, name });
    const first = /\d+/.exec(mark)?.[0];
    yield { type: 'open', name, attributes: name === 'ol' && first ? new Map([['start', first]]) : NOTHING };
  }
  yield { type: 'open', name: 'li', attributes: NOTHING };
}

function* ended(lists: List[], level: number): Generator<Token> {
  for (let list = lists[level] && lists.pop(); list; list = lists[level] && lists.pop())
    yield { type: 'close', name: list.name };
}
