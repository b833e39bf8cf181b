import type { List, ListItem, Nodes, Parent, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { toString as plain } from 'mdast-util-to-string';
import type { AuthoredContent } from '../postMortem/fields';
import type { Exported } from './exported';
import { toMarkup } from './markup';
import { splitMessages } from './slackMessages';
import { addressOf, type Definitions, definitionsIn, documentTree, withoutPings } from './tree';

/** What Slack would read as markup, a mention or a link: https://docs.slack.dev/messaging/formatting-message-text */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const MARKER_BEFORE_WORD = /(?<![\p{L}\p{N}])([*_~`])(?=[^\s*_~`])/gu;

/** mrkdwn knows no escape for its markers: a space of no width keeps them from opening anything. */
const literal = (text: string): string => withoutPings(escaped(text)).replace(MARKER_BEFORE_WORD, '$1\u200b');

const code = (text: string): string => withoutPings(escaped(text)).replaceAll('`', '\u02cb');
const codeBlock = (text: string): string => withoutPings(escaped(text)).replaceAll('```', '`\u200b`\u200b`');

/** The document in Slack's mrkdwn, in as many messages as it takes. */
export function write(document: AuthoredContent): Exported {
  const tree = documentTree(document);
  const writer = new Mrkdwn(definitionsIn(tree));
  const { messages, told } = splitMessages(
    writer.blocks(tree),
    literal(document.title.trim() || 'Post-mortem'),
  );
  return { text: `${messages.join('\n\n')}\n`, html: toMarkup(tree), messages, told };
}

class Mrkdwn {
  constructor(private readonly definitions: Definitions) {}

  blocks(tree: Root): string[] {
    return tree.children.map((node) => this.block(node, 0)).filter((text) => text.trim() !== '');
  }

  private block(node: RootContent | ListItem, depth: number): string {
    switch (node.type) {
      case 'heading':
        return this.bold(node);
      case 'paragraph':
        return this.inline(node.children, '');
      case 'blockquote':
        return node.children
          .map((child) => this.block(child, depth))
          .join('\n')
          .split('\n')
          .map((line) => `> ${line}`)
          .join('\n');
      case 'code':
        return `\`\`\`\n${codeBlock(node.value)}\n\`\`\``;
      case 'list':
        return this.list(node, depth);
      case 'table':
        return this.table(node);
      case 'thematicBreak':
        return '———';
      case 'footnoteDefinition':
        return `[${literal(node.label ?? node.identifier)}] ${node.children.map((child) => this.block(child, depth)).join(' ')}`;
      case 'definition':
        return '';
      default:
        return this.inline([node as PhrasingContent], '');
    }
  }

  private list(list: List, depth: number): string {
    const indent = '    '.repeat(depth);
    return list.children
      .map((item, index) => {
        const mark = typeof item.checked === 'boolean' ? (item.checked ? '☑' : '☐') : depth % 2 ? '◦' : '•';
        const lead = list.ordered ? `${(list.start ?? 1) + index}.` : mark;
        const blocks = item.children.map((child) =>
          this.block(child, child.type === 'list' ? depth + 1 : depth),
        );
        return `${indent}${lead} ${blocks.join('\n')}`;
      })
      .join('\n');
  }

  /** Slack has no tables: a row is a line, its first cell bold. */
  private table({ children: [head, ...rows] }: Table): string {
    const names = head?.children.map((cell) => plain(cell)).join(' · ') ?? '';
    const addresses = head ? this.addressesIn(head) : [];
    const lines = rows.map(({ children: [first, ...rest] }) => {
      const others = rest.map((cell) => this.inline(cell.children, '')).filter((text) => text !== '');
      return `• ${[first ? this.bold(first) : '', others.join(' · ')].filter(Boolean).join(' ')}`;
    });
    return [...(names.trim() === '' ? [] : [[`_${literal(names)}_`, ...addresses].join(' ')]), ...lines].join(
      '\n',
    );
  }

  /** All of it bold, and behind it where its links lead. */
  private bold(node: Parent): string {
    const line = literal(plain(node).replace(/\s+/g, ' ').trim()).replaceAll('*', '\u2217');
    return [...(line === '' ? [] : [`*${line}*`]), ...this.addressesIn(node)].join(' ');
  }

  /** The addresses of the links in it, but those that it tells in words. */
  private addressesIn(node: Parent): string[] {
    const said = plain(node);
    const found = (one: Nodes): string[] => {
      const address =
        one.type === 'link' || one.type === 'linkReference' ? addressOf(one, this.definitions) : undefined;
      if (address !== undefined) return said.includes(address) ? [] : [`(<${escaped(address)}>)`];
      return 'children' in one ? one.children.flatMap(found) : [];
    };
    return [...new Set(node.children.flatMap(found))];
  }

  /** @param open the markers that are open, as Slack nests none in itself */
  private inline(nodes: readonly Nodes[], open: string): string {
    return nodes.map((node) => this.piece(node, open)).join('');
  }

  private piece(node: Nodes, open: string): string {
    switch (node.type) {
      case 'strong':
        return this.marked('*', node.children, open);
      case 'emphasis':
        return this.marked('_', node.children, open);
      case 'delete':
        return this.marked('~', node.children, open);
      case 'inlineCode':
        return `\`${code(node.value)}\``;
      case 'break':
        return '\n';
      case 'link':
      case 'linkReference': {
        const address = addressOf(node, this.definitions);
        const text = literal(plain(node)).replaceAll('|', '\u2223');
        if (address === undefined) return text;
        return text === '' || text === escaped(address)
          ? `<${escaped(address)}>`
          : `<${escaped(address)}|${text}>`;
      }
      case 'footnoteReference':
        return `[${literal(node.label ?? node.identifier)}]`;
      default:
        return literal('value' in node ? node.value : plain(node));
    }
  }

  private marked(marker: string, children: readonly Nodes[], open: string): string {
    const text = this.inline(children, open + marker);
    return open.includes(marker) || text.trim() === '' || text.includes('\n')
      ? text
      : `${marker}${text}${marker}`;
  }
}
