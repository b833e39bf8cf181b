import type { Heading, Nodes, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { AuthoredContent } from '../postMortem/fields';
import type { Exported } from './exported';
import { addressOf, type Definitions, definitionsIn, documentTree } from './tree';

/** Deeper headings become paragraphs in Notion's import. */
const DEEPEST_HEADING = 3;

/**
 * Markdown as Notion's import and its pages take it: three levels of headings, lists with hyphens, one way to
 * write each thing. https://www.notion.com/help/import-data-into-notion
 */
export function write(document: AuthoredContent): Exported {
  const tree = documentTree(document);
  const deeper = raised(tree);
  encodeAddresses(tree, definitionsIn(tree));
  const text = toMarkdown(tree, {
    bullet: '-',
    rule: '-',
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  });
  return {
    text,
    told:
      deeper > 0
        ? [
            `Notion has three levels of headings: ${deeper} below them ${deeper > 1 ? 'are' : 'is'} on the third.`,
          ]
        : [],
  };
}

function raised(tree: Root): number {
  const headings = (node: Nodes): Heading[] =>
    node.type === 'heading' ? [node] : 'children' in node ? node.children.flatMap(headings) : [];
  const deep = headings(tree).filter(({ depth }) => depth > DEEPEST_HEADING);
  for (const heading of deep) heading.depth = DEEPEST_HEADING;
  return deep.length;
}

/** What stands raw in an address could end it for a reader that is no parser of Markdown. */
function encodeAddresses(node: Nodes, definitions: Definitions): void {
  if (node.type === 'link') node.url = addressOf(node, definitions) ?? node.url;
  if ('children' in node) for (const child of node.children) encodeAddresses(child, definitions);
}
