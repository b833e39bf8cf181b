import type { Nodes } from 'mdast';
import { toString as textIn } from 'mdast-util-to-string';

/** Undoes what `plainLine` of the export escapes. */
export const unescaped = (raw: string): string =>
  raw.replace(/\\([!-/:-@[-`{-~])|&lt;/g, (_, character?: string) => character ?? '<');

/** The Markdown from which a node was read. */
export const sourceOf = (node: Nodes, markdown: string): string =>
  markdown.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

/** The running text of some nodes on one line. A link keeps its address, as nothing may be lost. */
export const lineOf = (nodes: readonly Nodes[], markdown: string): string =>
  oneLine(nodes.map(spokenIn(markdown)).join(''));

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * A text, or an address that became a link by itself, is read as it was written: a parser takes the backslashes
 * of an escape into such an address.
 */
const isUnmarked = (node: Nodes, markdown: string): boolean =>
  node.position !== undefined &&
  (node.type === 'text' || (node.type === 'link' && !/^[<[]/.test(sourceOf(node, markdown))));

const spokenIn = (markdown: string) => {
  const spoken = (node: Nodes): string => {
    if (isUnmarked(node, markdown)) return unescaped(sourceOf(node, markdown));
    switch (node.type) {
      case 'link': {
        const text = textIn(node);
        if (text === '' || text === node.url || node.url.endsWith(`//${text}`)) return node.url;
        return `${text} (${node.url})`;
      }
      case 'image':
        return `${node.alt ?? ''} (${node.url})`;
      case 'break':
        return ' ';
      case 'html':
        return /^<br\s*\/?>$/i.test(node.value) ? ' ' : node.value;
      case 'paragraph':
      case 'strong':
      case 'emphasis':
      case 'delete':
        return node.children.map(spoken).join('');
      default:
        return 'value' in node ? node.value : textIn(node);
    }
  };
  return spoken;
};
