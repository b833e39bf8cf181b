import type { Token } from './htmlTokens';

const PARTS = /^(?:table|thead|tbody|tfoot|caption|tr|td|th)$/;

interface Open {
  parts: number[];
  holdsTable: boolean;
  holdsHeading: boolean;
  /** Of cells in the row that is open, and in the longest one. */
  cells: number;
  widest: number;
}

/**
 * A table that holds another one, or headings in rows of one cell, only puts a page in its place, as mails and
 * wikis do: it is read as plain parts of the page.
 */
export function withLayoutTablesOpened(tokens: Iterable<Token>): Token[] {
  const read = [...tokens];
  const plain = new Set<number>();
  const open: Open[] = [];
  const end = () => {
    const table = open.pop();
    if (!table || !(table.holdsTable || (table.holdsHeading && table.widest < 2))) return;
    for (const at of table.parts) plain.add(at);
  };
  for (const [at, token] of read.entries()) {
    if (token.type === 'text') continue;
    const isOpen = token.type === 'open';
    const around = open.at(-1);
    if (token.name === 'table' && isOpen) {
      if (around) around.holdsTable = true;
      open.push({ parts: [], holdsTable: false, holdsHeading: false, cells: 0, widest: 0 });
    } else if (around && isOpen && /^h[1-6]$/.test(token.name)) around.holdsHeading = true;
    else if (around && isOpen && token.name === 'tr') around.cells = 0;
    else if (around && isOpen && /^t[dh]$/.test(token.name)) {
      around.cells += 1;
      around.widest = Math.max(around.widest, around.cells);
    }
    if (PARTS.test(token.name)) open.at(-1)?.parts.push(at);
    if (token.name === 'table' && !isOpen) end();
  }
  while (open.length > 0) end();
  return read.map((token, at) => (plain.has(at) ? { ...token, name: 'div' } : token));
}
