import type { List, ListItem, Nodes, RootContent, Table } from 'mdast';
import { lineOf } from './plain';

/** A row of a table, or an item of a list or a line of a paragraph, as texts. */
export interface Row {
  /** By the column's heading in small letters; what is no table has one cell, "". */
  cells: ReadonlyMap<string, string>;
  done?: boolean;
}

/** The rows that some blocks hold, and the blocks that hold none. */
export interface Rows {
  rows: Row[];
  rest: RootContent[];
}

/** What rows are like where they are wanted; a table's first row is its heading where nothing is said. */
export interface Wanted {
  /** Whether the first row of a table names its columns, and is none of the rows itself. */
  isHead?: (cells: readonly string[]) => boolean;
  /** Whether a line begins a row of its own, also where it stands below another one. */
  begins?: (line: string) => boolean;
}

/** Reads tables, lists and paragraphs of lines as rows, in their order. */
export function rowsIn(nodes: readonly RootContent[], markdown: string, wanted: Wanted = {}): Rows {
  const rows: Row[] = [];
  const rest: RootContent[] = [];
  for (const node of nodes) {
    if (node.type === 'table') rows.push(...tableRows(node, markdown, wanted));
    else if (node.type === 'list') rows.push(...listRows(node, markdown, wanted));
    else if (node.type === 'paragraph' || node.type === 'heading') rows.push(...lineRows(node, markdown));
    else rest.push(node);
  }
  return { rows, rest };
}

function tableRows({ children }: Table, markdown: string, { isHead = () => true }: Wanted): Row[] {
  const [head = [], ...body] = children.map((row) =>
    row.children.map((cell) => lineOf(cell.children, markdown)),
  );
  const isNamed = isHead(head);
  const names = columnNames(isNamed ? head : [], Math.max(head.length, ...body.map((cells) => cells.length)));
  return (isNamed ? body : [head, ...body]).map((cells) => ({
    cells: new Map(cells.map((cell, at): [string, string] => [names[at] as string, cell])),
  }));
}

/** A name for each column, in small letters; one that has none, or that of another, gets a number. */
function columnNames(head: readonly string[], width: number): string[] {
  const names: string[] = [];
  for (let at = 0; at < width; at++) {
    const name = head[at]?.toLowerCase() || `column ${at + 1}`;
    let own = name;
    for (let times = 2; names.includes(own); times++) own = `${name} ${times}`;
    names.push(own);
  }
  return names;
}

/** An item's text on one line, what lies below it joined on, unless that has rows of its own. */
function listRows(list: List, markdown: string, wanted: Wanted): Row[] {
  const { begins = () => false } = wanted;
  return list.children.flatMap((item): Row[] => {
    const done = typeof item.checked === 'boolean' && { done: item.checked };
    const below = item.children.filter((child) => child.type === 'list');
    const isParted = below.some((inner) => inner.children.some((each) => begins(itemLine(each, markdown))));
    if (!isParted) return [{ cells: new Map([['', itemLine(item, markdown)]]), ...done }];
    const own = item.children.filter((child) => child.type !== 'list');
    const line = itemLine({ ...item, children: own }, markdown);
    return [
      ...(line === '' ? [] : [{ cells: new Map([['', line]]), ...done }]),
      ...below.flatMap((inner) => listRows(inner, markdown, wanted)),
    ];
  });
}

/** All of an item on one line. */
export const itemLine = (item: ListItem, markdown: string): string =>
  item.children
    .map((child) => blockLine(child, markdown))
    .filter((line) => line !== '')
    .join(' ');

function blockLine(node: Nodes, markdown: string): string {
  if (node.type === 'list') return node.children.map((item) => itemLine(item, markdown)).join('; ');
  if (node.type === 'code') return node.value.replace(/\s+/g, ' ');
  if (node.type === 'paragraph' || node.type === 'heading') return lineOf(node.children, markdown);
  return 'children' in node
    ? node.children.map((child) => blockLine(child, markdown)).join(' ')
    : lineOf([node], markdown);
}

/** A line of a paragraph is a row. */
function lineRows(node: Extract<RootContent, { type: 'paragraph' | 'heading' }>, markdown: string): Row[] {
  const lines: Nodes[][] = [[]];
  for (const child of node.children) {
    if (child.type === 'break') lines.push([]);
    else if (child.type === 'text' && child.value.includes('\n')) {
      child.value.split('\n').forEach((value, at) => {
        if (at > 0) lines.push([]);
        lines.at(-1)?.push({ type: 'text', value });
      });
    } else lines.at(-1)?.push(child);
  }
  return lines
    .map((nodes) => (lines.length === 1 ? lineOf(nodes, markdown) : spokenLine(nodes, markdown)))
    .filter((line) => line !== '')
    .map((line) => ({ cells: new Map([['', line]]) }));
}

const spokenLine = (nodes: readonly Nodes[], markdown: string): string =>
  nodes
    .map((node) => (node.type === 'text' ? node.value : lineOf([node], markdown)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
