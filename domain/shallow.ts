import type { Nodes, Root } from 'mdast';

/** In so many quotations and lists a text may stand. No author nests like this, and a parser takes minutes for it. */
const DEEPEST = 40;
const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;

/**
 * Markdown in which no line opens more quotations and lists than any author would: the marks beyond are text. Of
 * all other Markdown not a letter changes. Time grows with its length.
 */
export function shallow(markdown: string): string {
  return markdown.length <= DEEPEST ? markdown : markdown.replace(/^.*$/gm, shallowLine);
}

function shallowLine(line: string): string {
  let at = 0;
  for (let depth = 0; ; depth++) {
    CONTAINER.lastIndex = at;
    const mark = CONTAINER.exec(line)?.[0];
    if (mark === undefined) return line;
    if (depth === DEEPEST)
      return `${line.slice(0, at + mark.length - 1)}\\${line.slice(at + mark.length - 1)}`;
    at += mark.length;
  }
}

/** Lists and quotations stay above this; stress within stress can be put into a text thousands of times. */
const DEEPEST_STRESS = 200;

/** Makes a tree one that can be walked by recursion: what stands deeper than any author puts it is the text that was read. */
export function cutDeep(tree: Root, text: string): void {
  const open: Array<[Nodes, number]> = [[tree, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, depth] = next;
    if (!('children' in node)) continue;
    const from = node.children[0]?.position?.start.offset;
    const to = node.children.at(-1)?.position?.end.offset;
    if (depth > DEEPEST_STRESS && STRESS.has(node.type) && from !== undefined && to !== undefined)
      node.children = [{ type: 'text', value: text.slice(from, to) }];
    for (const child of node.children) open.push([child, depth + 1]);
  }
}

const STRESS: ReadonlySet<string> = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference']);
