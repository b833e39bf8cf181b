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

/** Reads tables, lists and paragraphs of lines as rows, in their order. */
export function rowsIn(nodes: readonly RootContent[], markdown: string): Rows {
  const rows: Row[] = [];
  const rest: RootContent[] = [];
  for (const node of nodes) {
    if (node.type === 'table') rows.push(...tableRows(node, markdown));
    else if (node.type === 'list') rows.push(...listRows(node, markdown));
    else if (node.type === 'paragraph' || node.type === 'heading') rows.push(...lineRows(node, markdown));
    else rest.push(node);
  }
  return { rows, rest };
}

function tableRows({ children: [head, ...body] }: Table, markdown: string): Row[] {
  const names = (head?.children ?? []).map((cell) => lineOf(cell.children, markdown).toLowerCase());
  return body.map(({ children }) => ({
    cells: new Map(
      children.map((cell, at): [string, string] => [
        names[at] || `column ${at + 1}`,
        lineOf(cell.children, markdown),
      ]),
    ),
  }));
}

/** An item's text on one line, what lies below it joined on. */
function listRows(list: List, markdown: string): Row[] {
  return list.children.map((item) => ({
    cells: new Map([['', itemLine(item, markdown)]]),
    ...(typeof item.checked === 'boolean' && { done: item.checked }),
  }));
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
