import type { SyntaxNode } from '@lezer/common';
import { memo, type ReactNode } from 'react';
import { questionsIn } from '../../../../domain/todo';
import { safeUrl } from '../../../components/safeUrl';
import { childrenOf } from './parsedText';

/** What stands on lines of its own where the text is at rest. */
const BLOCKS =
  /^(?:BulletList|OrderedList|ListItem|Blockquote|FencedCode|CodeBlock|(?:ATX|Setext)Heading\d|HorizontalRule|Table)$/;
/** What only says how the rest is meant: pale while one writes, and not there while one reads. */
const MARKS = /^(?:EmphasisMark|HeaderMark|CodeMark|QuoteMark|StrikethroughMark|TableDelimiter|CodeInfo)$/;
/** The blank behind them belongs to them. */
const TAKES_A_BLANK = /^(?:HeaderMark|QuoteMark|ListMark)$/;
const TAGS = { StrongEmphasis: 'strong', Emphasis: 'em', InlineCode: 'code', Strikethrough: 's' } as const;

/** Where a piece stands. */
interface Place {
  text: string;
  /** In a list or a quotation the blanks at the start of a line are no text. */
  nested: boolean;
  /** In how many pieces it stands. */
  depth: number;
}

/** No author nests like this. What does keeps its words, and loses its looks: a browser would lose the page. */
const DEEPEST = 60;

interface BlockProps {
  node: SyntaxNode;
  text: string;
}

/**
 * A block of Markdown, formatted. All of its characters are there, in their order and none beside them, so
 * that it lies under the same text in a field, and a place in it is a place in the text.
 */
export const Block = memo(
  ({ node, text }: BlockProps) => element(node, { text, nested: false, depth: 0 }),
  (old, now) => old.node.name === now.node.name && slice(old) === slice(now),
);

const slice = ({ node, text }: BlockProps): string => text.slice(node.from, node.to);

/** The text between two blocks. */
export function Between({ children, afterBlock }: { children: string; afterBlock: boolean }) {
  return plain(children, { afterBlock, nested: false });
}

export const isBlock = (node: SyntaxNode): boolean => BLOCKS.test(node.name);

function element(node: SyntaxNode, around: Place, key?: number): ReactNode {
  const { name, from, to } = node;
  const { text } = around;
  if (around.depth > DEEPEST) return <span key={key}>{text.slice(from, to)}</span>;
  const place = { ...around, depth: around.depth + 1 };
  if (MARKS.test(name)) return mark(text.slice(from, to), key, name);
  const heading = /Heading(\d)$/.exec(name);
  if (heading) {
    return (
      <span key={key} dir="auto" className={`md-heading md-h${heading[1]}`}>
        {within(node, place)}
      </span>
    );
  }
  switch (name) {
    case 'Link':
    case 'Image':
      return link(node, place, key);
    case 'Autolink':
    case 'URL': {
      const address = text.slice(from, to).replace(/^<|>$/g, '');
      return linkTo(addressOf(address), key, within(node, place));
    }
    case 'Escape':
      return [mark('\\', key), text.slice(from + 1, to)];
    case 'HardBreak':
      return [mark(text.slice(from, to - 1), key), '\n'];
    case 'StrongEmphasis':
    case 'Emphasis':
    case 'InlineCode':
    case 'Strikethrough': {
      const Tag = TAGS[name];
      return <Tag key={key}>{within(node, place)}</Tag>;
    }
    case 'TaskMarker':
      return (
        <span key={key} className="md-TaskMarker" data-done={/x/i.test(text.slice(from, to)) || undefined}>
          {text.slice(from, to)}
        </span>
      );
  }
  const nested = place.nested || name === 'ListItem' || name === 'Blockquote';
  return (
    <span key={key} className={`md-${name}`} dir={BLOCKS.test(name) ? 'auto' : undefined}>
      {within(node, { ...place, nested })}
    </span>
  );
}

/** What a node holds: its children, and the text between them. */
function within(node: SyntaxNode, place: Place): ReactNode[] {
  const { text, nested } = place;
  const pieces: ReactNode[] = [];
  let at = node.from;
  let afterBlock = false;
  for (const child of childrenOf(node)) {
    if (child.from > at) pieces.push(plain(text.slice(at, child.from), { afterBlock, nested }, at));
    at = child.to;
    if (TAKES_A_BLANK.test(child.name) && text[at] === ' ' && at < node.to) {
      at++;
      const words = text.slice(child.from, at);
      pieces.push(mark(words, child.from, child.name));
    } else pieces.push(element(child, place, child.from));
    afterBlock = isBlock(child);
  }
  if (at < node.to) pieces.push(plain(text.slice(at, node.to), { afterBlock, nested }, at));
  return pieces;
}

function mark(text: string, key: number | undefined, name = ''): ReactNode {
  return (
    <span key={key} className={name === '' ? 'md-mark' : `md-mark md-${name}`}>
      {text}
    </span>
  );
}

/** Text without a mark in it; questions to the author stand out. */
function plain(
  words: string,
  { afterBlock, nested }: { afterBlock: boolean; nested: boolean },
  key?: number,
) {
  const pieces: ReactNode[] = [];
  let at = 0;
  if (afterBlock && words.startsWith('\n')) {
    // A block ends its line by itself.
    pieces.push(
      <span key="break" className="md-mark">
        {'\n'}
      </span>,
    );
    at = 1;
  }
  if (nested) {
    for (const { index, 1: blanks = '' } of words.matchAll(/(?<=\n)([ \t]+)/g)) {
      if (index < at) continue;
      pieces.push(words.slice(at, index), mark(blanks, index));
      at = index + blanks.length;
    }
  }
  const rest = words.slice(at);
  let from = 0;
  for (const { start, end } of questionsIn(rest)) {
    pieces.push(rest.slice(from, start), question(rest.slice(start, end), start - rest.length));
    from = end;
  }
  pieces.push(rest.slice(from));
  return pieces.length === 1 ? rest : <span key={key}>{pieces}</span>;
}

const question = (text: string, key: number | undefined): ReactNode => (
  <mark key={key} className="md-question">
    {text}
  </mark>
);

/** `[words](address "title")`: the words are read, the rest says where they lead. */
function link(node: SyntaxNode, place: Place, key: number | undefined): ReactNode {
  const { text } = place;
  const words = text.slice(node.from, node.to);
  const address = node.getChild('URL');
  const [open, close] = node.getChildren('LinkMark');
  if (!address || !open || !close) {
    const isQuestion = questionsIn(words)[0]?.end === words.length;
    return isQuestion ? question(words, key) : <span key={key}>{words}</span>;
  }
  const inner = childrenOf(node).filter(({ from, to }) => from >= open.to && to <= close.from);
  const pieces: ReactNode[] = [];
  let at = open.to;
  for (const child of inner) {
    if (child.from > at) pieces.push(text.slice(at, child.from));
    pieces.push(element(child, place, child.from));
    at = child.to;
  }
  pieces.push(text.slice(at, close.from));
  return linkTo(text.slice(address.from, address.to), key, [
    mark(text.slice(open.from, open.to), open.from),
    ...pieces,
    mark(text.slice(close.from, node.to), close.from),
  ]);
}

const linkTo = (address: string, key: number | undefined, children: ReactNode): ReactNode => (
  <span key={key} className="md-link" data-href={safeUrl(address)}>
    {children}
  </span>
);

/** Where an address leads that was written without saying how. */
function addressOf(written: string): string {
  if (/^www\./i.test(written)) return `https://${written}`;
  return /^[^\s:/]+@[^\s:/]+$/.test(written) ? `mailto:${written}` : written;
}
