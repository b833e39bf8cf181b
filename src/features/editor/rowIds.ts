import { useRef } from 'react';

/** What is known of rows: their ids, and what each holds, as JSON. */
interface Known {
  ids: readonly number[];
  rows: readonly string[];
}

/** Rows have no ids of their own; these keep a field's focus with its row while rows move, whoever moves them. */
export function useRowIds<T>(rows: readonly T[], newRow: T) {
  const next = useRef(0);
  const fresh = () => next.current++;
  const seen = useRef<readonly T[]>([]);
  const known = useRef<Known>({ ids: [], rows: [] });
  const empty = JSON.stringify(newRow);
  if (seen.current !== rows) {
    const after = rows.map((row) => JSON.stringify(row));
    known.current = { ids: idsAfter(known.current, after, empty, fresh), rows: after };
    seen.current = rows;
  }
  const { ids, rows: held } = known.current;
  return {
    all: ids,
    move(from: number, to: number) {
      known.current = { ids: moved(ids, from, to), rows: moved(held, from, to) };
    },
    insert(index: number) {
      known.current = { ids: inserted(ids, index, fresh()), rows: inserted(held, index, empty) };
    },
    remove(index: number) {
      known.current = { ids: without(ids, index), rows: without(held, index) };
    },
  };
}

/**
 * The ids of rows after a change by anybody. A row that holds the same keeps its id wherever it went, one that was
 * edited in its place keeps it too, and any other is new: what is typed into a field must not land in another row.
 * @param after what the rows hold now, as JSON
 * @param empty what a row holds that nobody has filled: what is pasted into it goes on with its id
 */
export function idsAfter(
  before: Known,
  after: readonly string[],
  empty: string,
  fresh: () => number,
): number[] {
  const { ids, rows } = before;
  const found = new Array<number | undefined>(after.length).fill(undefined);
  const most = Math.min(rows.length, after.length);
  let start = 0;
  for (; start < most && rows[start] === after[start]; start++) found[start] = ids[start];
  let end = 0;
  for (; end < most - start && rows.at(-1 - end) === after.at(-1 - end); end++) {
    found[after.length - 1 - end] = ids.at(-1 - end);
  }
  const elsewhere = new Map<string, number[]>();
  for (let index = start; index < rows.length - end; index++) {
    const same = elsewhere.get(rows[index] as string);
    if (same) same.push(ids[index] as number);
    else elsewhere.set(rows[index] as string, [ids[index] as number]);
  }
  for (let index = start; index < after.length - end; index++) {
    found[index] = elsewhere.get(after[index] as string)?.shift();
  }
  const kept = new Set(found);
  const isGone = (index: number) => index < ids.length && !kept.has(ids[index]);
  for (let from = start; from < after.length; from++) {
    if (found[from] !== undefined) continue;
    let to = from;
    while (to < after.length && found[to] === undefined) to++;
    const was = from === 0 ? 0 : ids.indexOf(found[from - 1] as number) + 1;
    let until = was;
    while (isGone(until)) until++;
    const isInPlace = until > was && ids[until] === found[to];
    const isEdited = isInPlace && (until - was === to - from || rows[was] === empty);
    const goOn = isEdited ? Math.min(until - was, to - from) : 0;
    for (let row = from; row < to; row++) found[row] = row - from < goOn ? ids[was + row - from] : fresh();
    from = to;
  }
  return found as number[];
}

/** A list with one of its members in another place. */
export function moved<R>(rows: readonly R[], from: number, to: number): R[] {
  return inserted(without(rows, from), to, rows[from] as R);
}

const without = <R>(rows: readonly R[], index: number): R[] =>
  rows.filter((_, position) => position !== index);

const inserted = <R>(rows: readonly R[], index: number, row: R): R[] => [
  ...rows.slice(0, index),
  row,
  ...rows.slice(index),
];
