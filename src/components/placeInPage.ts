/** As much of a syntax tree for HTML (hast) as is looked at here. */
interface Node {
  type: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

const HEADING = /^h([1-6])$/;
const CELLS = new Set(['td', 'th']);
/** Code reads from left to right in every language. */
const OWN_DIRECTION = new Set(['pre', 'table']);

/**
 * A rehype plugin that fits what somebody wrote into the page around it. Its headings stand below the page's
 * own without leaving out a level, and every block runs in the direction of its own first letter.
 */
export const placeInPage = (headingAbove: number) => () => (tree: Node) => {
  for (const block of tree.children ?? []) {
    if (block.tagName !== undefined && !OWN_DIRECTION.has(block.tagName)) readFromItsStart(block);
  }
  const open: number[] = [];
  visit(tree, (node) => {
    const written = Number(HEADING.exec(node.tagName ?? '')?.[1]);
    if (written > 0) {
      while ((open.at(-1) ?? 0) >= written) open.pop();
      open.push(written);
      node.tagName = `h${Math.min(6, headingAbove + open.length)}`;
    } else if (CELLS.has(node.tagName ?? '')) readFromItsStart(node);
  });
};

function readFromItsStart(node: Node): void {
  node.properties = { ...node.properties, dir: 'auto' };
}

function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const child of node.children ?? []) visit(child, see);
}
