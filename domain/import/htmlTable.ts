/** More columns or rows no cell of a document spans; what does is hostile. */
const WIDEST = 50;
const TALLEST = 1_000;

/** A cell that goes on in the rows below its own. */
interface Carried {
  text: string;
  /** Of rows that it still stands in. */
  rows: number;
}

/** How far a cell goes, as its attribute says it; 0 is the rest of the table. */
const spanOf = (told: string | undefined, most: number): number => {
  const span = /^\s*\d{1,6}/.test(told ?? '') ? Number.parseInt(told as string, 10) : 1;
  return span === 0 ? most : Math.min(span, most);
};

/** A table of HTML while it is read: its rows, and the cell that is open, if one is. */
export class TableWriter {
  #rows: string[][] = [];
  #row: string[] | null = null;
  #cell: { columns: number; rows: number } | null = null;
  #carried = new Map<number, Carried>();

  /** Whether a row is open: blocks have no room in it. */
  get isInRow(): boolean {
    return this.#row !== null;
  }

  get isInCell(): boolean {
    return this.#cell !== null;
  }

  beginRow(): void {
    this.#row = [];
    this.#carry();
  }

  beginCell(attributes: ReadonlyMap<string, string>): void {
    if (!this.#row) this.beginRow();
    this.#cell = {
      columns: spanOf(attributes.get('colspan'), WIDEST),
      rows: spanOf(attributes.get('rowspan'), TALLEST),
    };
  }

  /** A cell that spans columns leaves those behind the first empty; one that spans rows stands in each. */
  endCell(words: string): void {
    const { columns, rows } = this.#cell ?? { columns: 1, rows: 1 };
    this.#cell = null;
    // Also in code a bar would part the cell.
    const text = words
      .replace(/\s+/g, ' ')
      .replace(/(?<!\\)\|/g, '\\|')
      .trim();
    for (let column = 0; column < columns; column++) {
      const own = column === 0 ? text : '';
      if (rows > 1) this.#carried.set(this.#row?.length ?? 0, { text: own, rows: rows - 1 });
      this.#row?.push(own);
    }
    this.#carry();
  }

  endRow(): void {
    const row = this.#row;
    this.#row = null;
    if (!row || row.length === 0) return;
    this.#rows.push(row);
  }

  /** The table as Markdown, its first row as the heading; null where it has no cell. */
  end(): string | null {
    const [head, ...rows] = this.#rows;
    this.#rows = [];
    this.#carried.clear();
    if (!head) return null;
    const width = Math.max(head.length, ...rows.map((row) => row.length));
    const line = (row: string[]) =>
      `| ${Array.from({ length: width }, (_, at) => row[at] ?? '').join(' | ')} |`;
    return [line(head), line(Array.from({ length: width }, () => '---')), ...rows.map(line)].join('\n');
  }

  /** What goes on from the row above, where the next cell would be. */
  #carry(): void {
    const row = this.#row;
    if (!row) return;
    for (let cell = this.#carried.get(row.length); cell; cell = this.#carried.get(row.length)) {
      if (cell.rows === 1) this.#carried.delete(row.length);
      else cell.rows -= 1;
      row.push(cell.text);
    }
  }
}
