/** A place of a Markdown text to be marked where it is rendered; offsets count UTF-16 units in the text. */
export interface PlaceMark {
  start: number;
  end: number;
  /** Class of the marked words. */
  className: string;
  /** What the margin beside the block shows. Of several in a block the first in `BARS` counts. */
  bar?: Bar;
  /** Read out before the words, and not seen. */
  label?: string;
  /** Written below the block in which the place begins. */
  note?: { text: string; className: string };
}

/** The stronger first. */
export const BARS = ['new', 'gone', 'moved', 'reworded', 'asks'] as const;
export type Bar = (typeof BARS)[number];

/** As much of a syntax tree for HTML (hast) as is looked at here. */
interface Node {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
  position?: { start: { offset?: number }; end: { offset?: number } };
}

const BLOCKS = new Set(['p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th', 'pre']);
const LISTS = new Set(['ul', 'ol']);

/**
 * A rehype plugin that marks places of the Markdown source in what it renders to. Where it cannot tell a
 * place exactly (an escaped character, code), the whole stretch is marked; no note is ever dropped.
 */
export const markPlaces = (marks: readonly PlaceMark[]) => () => (tree: Node) => {
  const open = new Set(marks.filter(({ note }) => note));
  visit(tree, null, marks, open);
  for (const { note } of open) if (note) tree.children?.push(noteElement(note));
};

interface Block {
  bars: Set<Bar>;
}

function visit(node: Node, block: Block | null, marks: readonly PlaceMark[], open: Set<PlaceMark>): void {
  const isBlock = node.tagName !== undefined && BLOCKS.has(node.tagName);
  const here: Block | null = isBlock ? { bars: new Set() } : block;
  if (node.tagName === 'pre') markWhole(node, here, marks);
  else {
    node.children = node.children?.flatMap((child) => {
      if (child.type === 'text') return marked(child, here, marks);
      visit(child, here, marks, open);
      return [child];
    });
  }
  if (!isBlock || !here) return;
  const bar = BARS.find((one) => here.bars.has(one));
  if (bar) node.properties = { ...node.properties, dataBar: bar };
  // Inner blocks are done, so that a note stands below the smallest one.
  const { start, end } = placeOf(node);
  for (const mark of open) {
    if (!mark.note || mark.start < start || mark.start >= end) continue;
    open.delete(mark);
    addNote(node, mark.note);
    node.properties = { ...node.properties, dataNoted: 'true' };
  }
}

function addNote(node: Node, note: NonNullable<PlaceMark['note']>): void {
  const children = node.children ?? [];
  const list = children.findIndex(({ tagName }) => tagName !== undefined && LISTS.has(tagName));
  children.splice(list < 0 ? children.length : list, 0, noteElement(note));
  node.children = children;
}

const noteElement = ({ text, className }: NonNullable<PlaceMark['note']>): Node => ({
  type: 'element',
  tagName: 'span',
  properties: { className: [className] },
  children: [{ type: 'text', value: text }],
});

const placeOf = ({ position }: Node) => ({
  start: position?.start.offset ?? -1,
  end: position?.end.offset ?? -1,
});

const overlaps = (mark: PlaceMark, start: number, end: number) => mark.start < end && start < mark.end;

/** Code is one thing: its words have no place of their own in the source. */
function markWhole(node: Node, block: Block | null, marks: readonly PlaceMark[]): void {
  const { start, end } = placeOf(node);
  const found = marks.filter((mark) => overlaps(mark, start, end));
  for (const { bar } of found) if (bar) block?.bars.add(bar);
  if (found.length > 0) {
    node.properties = { ...node.properties, className: found.map(({ className }) => className) };
  }
}

function marked(text: Node, block: Block | null, marks: readonly PlaceMark[]): Node[] {
  const { start, end } = placeOf(text);
  const value = text.value ?? '';
  const found = start < 0 ? [] : marks.filter((mark) => overlaps(mark, start, end));
  if (found.length === 0) return [text];
  const isExact = end - start === value.length;
  const cuts = new Set([0, value.length]);
  if (isExact) {
    for (const mark of found) {
      cuts.add(Math.max(0, mark.start - start));
      cuts.add(Math.min(value.length, mark.end - start));
    }
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(0, -1).map((from, index) => {
    const to = ordered[index + 1] as number;
    const over = isExact ? found.filter((mark) => overlaps(mark, start + from, start + to)) : found;
    for (const { bar } of over) if (bar) block?.bars.add(bar);
    return wrapped({ type: 'text', value: value.slice(from, to) }, over, start + from);
  });
}

function wrapped(text: Node, over: readonly PlaceMark[], at: number): Node {
  const classes = [...new Set(over.map(({ className }) => className).filter((name) => name !== ''))];
  const labels = over.flatMap(({ label, start }) => (label && start >= at ? [label] : []));
  if (classes.length === 0 && labels.length === 0) return text;
  const label = labels.map(
    (value): Node => ({
      type: 'element',
      tagName: 'span',
      properties: { className: ['visually-hidden'] },
      children: [{ type: 'text', value: `${value} ` }],
    }),
  );
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: classes },
    children: [...label, text],
  };
}
