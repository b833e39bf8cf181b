import type { List, Nodes, Root, Table } from 'mdast';
import { toString as plain } from 'mdast-util-to-string';
import type { AuthoredContent } from '../postMortem/fields';
import type { Exported } from './exported';
import { addressOf, type Definitions, definitionsIn, documentTree, withoutPings } from './tree';

/** Text without markup, for an e-mail or a ticket that shows every character as it is. */
export function write(document: AuthoredContent): Exported {
  const tree = documentTree(document);
  return { text: `${withoutPings(new Plain(definitionsIn(tree)).document(tree))}\n`, told: [] };
}

class Plain {
  constructor(private readonly definitions: Definitions) {}

  document(tree: Root): string {
    return this.blocks(tree.children, '\n\n');
  }

  private blocks(nodes: readonly Nodes[], between: string): string {
    return nodes
      .filter(({ type }) => type !== 'definition')
      .map((node) => this.block(node))
      .filter((text) => text.trim() !== '')
      .join(between);
  }

  private block(node: Nodes): string {
    switch (node.type) {
      case 'heading': {
        const text = this.inline(node.children);
        const line = { 1: '=', 2: '-' }[node.depth as number];
        return line ? `${text}\n${line.repeat(Math.min(text.length, 72))}` : text;
      }
      case 'paragraph':
        return this.inline(node.children);
      case 'blockquote':
        return indented(this.blocks(node.children, '\n\n'), '> ');
      case 'code':
        return indented(node.value, '    ');
      case 'list':
        return this.list(node);
      case 'table':
        return this.table(node);
      case 'thematicBreak':
        return '* * *';
      case 'footnoteDefinition':
        return `[${node.label ?? node.identifier}] ${this.blocks(node.children, ' ')}`;
      default:
        return this.inline([node]);
    }
  }

  private list(list: List): string {
    return list.children
      .map((item, index) => {
        const box = typeof item.checked === 'boolean' ? (item.checked ? '[x] ' : '[ ] ') : '';
        const lead = `${list.ordered ? `${(list.start ?? 1) + index}.` : '-'} ${box}`;
        const body = this.blocks(item.children, '\n');
        return `${lead}${indented(body, ' '.repeat(lead.length)).trimStart()}`;
      })
      .join('\n');
  }

  private table({ children: rows }: Table): string {
    return rows
      .map((row) =>
        row.children
          .map((cell) => this.inline(cell.children))
          .filter(Boolean)
          .join(' | '),
      )
      .filter(Boolean)
      .join('\n');
  }

  private inline(nodes: readonly Nodes[]): string {
    return nodes.map((node) => this.piece(node)).join('');
  }

  private piece(node: Nodes): string {
    switch (node.type) {
      case 'link':
      case 'linkReference': {
        const text = plain(node);
        const address = addressOf(node, this.definitions);
        return address === undefined || address === text || address.endsWith(`//${text}`)
          ? text
          : `${text} (${address})`;
      }
      case 'break':
        return '\n';
      case 'footnoteReference':
        return `[${node.label ?? node.identifier}]`;
      case 'strong':
      case 'emphasis':
      case 'delete':
        return this.inline(node.children);
      default:
        return 'value' in node ? node.value : plain(node);
    }
  }
}

const indented = (text: string, by: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' && by.trim() === '' ? '' : `${by}${line}`))
    .join('\n');
