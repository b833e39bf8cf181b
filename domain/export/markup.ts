import type { List, ListItem, Nodes, Root, Table } from 'mdast';
import { toString as plain } from 'mdast-util-to-string';
import { addressOf, type Definitions, definitionsIn, withoutPings } from './tree';

/** Every text passes here on its way into markup: HTML, XHTML and attributes alike. */
export const escapeMarkup = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    // XML takes no control characters, written out or not.
    .replace(/[^\P{Cc}\t\n]/gu, '\ufffd')
    .replace(
      /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    );

/** What a target writes otherwise than plain XHTML. */
interface Dialect {
  code?(value: string, language: string): string;
  /** @returns undefined where it is a list like any other */
  tasks?(items: ReadonlyArray<{ done: boolean; body: string }>): string;
  table?(rows: string[][], head: string[]): string;
  /** The deepest heading it knows. */
  deepest?: number;
}

/** The name of a language, as HTML says it: https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-code-element */
const ofLanguage = (language: string): string =>
  /^[a-z0-9+#-]{1,20}$/i.test(language) ? ` class="language-${language}"` : '';

/** The tree as XHTML of elements without attributes, but for links and the language of code. Nothing in it acts. */
export function toMarkup(tree: Root, dialect: Dialect = {}): string {
  return new Markup(definitionsIn(tree), dialect).blocks(tree.children);
}

class Markup {
  constructor(
    private readonly definitions: Definitions,
    private readonly dialect: Dialect,
  ) {}

  blocks(nodes: readonly Nodes[]): string {
    return nodes.map((node) => this.block(node)).join('');
  }

  private block(node: Nodes): string {
    switch (node.type) {
      case 'heading': {
        const level = Math.min(node.depth, this.dialect.deepest ?? 6);
        return element(`h${level}`, this.inline(node.children));
      }
      case 'paragraph':
        return element('p', this.inline(node.children));
      case 'blockquote':
        return element('blockquote', this.blocks(node.children));
      case 'code':
        return this.dialect.code
          ? this.dialect.code(node.value, node.lang ?? '')
          : `<pre><code${ofLanguage(node.lang ?? '')}>${text(node.value)}</code></pre>\n`;
      case 'list':
        return this.list(node);
      case 'table':
        return this.table(node);
      case 'thematicBreak':
        return '<hr/>\n';
      case 'footnoteDefinition':
        return element('p', `[${text(node.label ?? node.identifier)}] ${this.inlineOf(node.children)}`);
      case 'definition':
        return '';
      default:
        return element('p', this.inline([node]));
    }
  }

  private inlineOf(blocks: readonly Nodes[]): string {
    return blocks.map((block) => this.inline('children' in block ? block.children : [block])).join(' ');
  }

  private list(list: List): string {
    const items = list.children;
    const isTasks = items.length > 0 && items.every(({ checked }) => typeof checked === 'boolean');
    if (isTasks && this.dialect.tasks)
      return this.dialect.tasks(
        items.map((item) => ({ done: item.checked === true, body: this.itemBody(item) })),
      );
    const body = items
      .map(
        (item) =>
          `<li>${typeof item.checked === 'boolean' ? (item.checked ? '☑ ' : '☐ ') : ''}${this.itemBody(item)}</li>`,
      )
      .join('\n');
    const start = list.ordered && (list.start ?? 1) !== 1 ? ` start="${list.start}"` : '';
    return list.ordered ? `<ol${start}>\n${body}\n</ol>\n` : `<ul>\n${body}\n</ul>\n`;
  }

  private itemBody({ children }: ListItem): string {
    return children
      .map((child) => (child.type === 'paragraph' ? this.inline(child.children) : this.block(child)))
      .join('\n')
      .trim();
  }

  private table({ children: [head, ...rows] }: Table): string {
    const cells = (row: Table['children'][number]) => row.children.map((cell) => this.inline(cell.children));
    const names = head ? cells(head) : [];
    if (this.dialect.table) return this.dialect.table(rows.map(cells), names);
    const line = (name: string, row: string[]) =>
      `<tr>${row.map((cell) => `<${name}>${cell}</${name}>`).join('')}</tr>`;
    return `<table><tbody>\n${[line('th', names), ...rows.map((row) => line('td', cells(row)))].join('\n')}\n</tbody></table>\n`;
  }

  private inline(nodes: readonly Nodes[]): string {
    return nodes.map((node) => this.piece(node)).join('');
  }

  private piece(node: Nodes): string {
    switch (node.type) {
      case 'strong':
        return `<strong>${this.inline(node.children)}</strong>`;
      case 'emphasis':
        return `<em>${this.inline(node.children)}</em>`;
      case 'delete':
        return `<del>${this.inline(node.children)}</del>`;
      case 'inlineCode':
        return `<code>${text(node.value)}</code>`;
      case 'break':
        return '<br/>\n';
      case 'link':
      case 'linkReference': {
        const address = addressOf(node, this.definitions);
        const shown = text(plain(node)) || text(address ?? '');
        return address === undefined ? shown : `<a href="${escapeMarkup(address)}">${shown}</a>`;
      }
      case 'footnoteReference':
        return `[${text(node.label ?? node.identifier)}]`;
      default:
        return text('value' in node ? node.value : plain(node));
    }
  }
}

const text = (raw: string): string => escapeMarkup(withoutPings(raw));
const element = (name: string, body: string): string => `<${name}>${body}</${name}>\n`;
