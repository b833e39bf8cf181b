import { type SyntaxNode, type Tree, TreeFragment } from '@lezer/common';
import { GFM, parser } from '@lezer/markdown';
import { changeBetween } from './change';

/** GitHub-flavoured, as the rendered document is. */
const MARKDOWN = parser.configure(GFM);

/** A text and how it reads as Markdown. Parsing the next version of it costs what changed, not what is there. */
export interface ParsedText {
  text: string;
  tree: Tree;
  fragments: readonly TreeFragment[];
}

/** Reads a text as Markdown. @param before an earlier version of it, of which what did not change is kept */
export function parsedText(text: string, before: ParsedText | null): ParsedText {
  if (before?.text === text) return before;
  const kept = before ? TreeFragment.applyChanges(before.fragments, [changeBetween(before.text, text)]) : [];
  const tree = MARKDOWN.parse(text, kept);
  return { text, tree, fragments: TreeFragment.addTree(tree, kept) };
}

/** The blocks of a parsed text, in their order. */
export function blocksOf({ tree }: ParsedText): SyntaxNode[] {
  return childrenOf(tree.topNode);
}

/** What stands in a node, one level down. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}
