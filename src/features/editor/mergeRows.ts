import { cellsOf, isBlank, isRewritten, type Row } from './cells';
import { idsAfter } from './rowIds';

/** The rows of one version: by the place of the base's row that they go on, or by a number past all of those. */
type Version = ReadonlyMap<number, Row>;

/** Behind no row: at the beginning. */
const BEGINNING = -1;

/** Cells that say one thing together: a moment is that of its time and zone, a state that of its ticket. */
const TOGETHER: readonly (readonly string[])[] = [
  ['at', 'moment', 'zone'],
  ['ticket', 'ticketState'],
];

/**
 * Brings two people's changes of one list together, row by row and, within a row, cell by cell. Rows that either
 * added are there, theirs before mine where both added at one place, and once where both added the same; rows that
 * either took out are gone; whoever moved rows has moved them. Rows that nobody has written in yet are each their own.
 * @returns null where somebody has to choose: one cell changed twice, a row changed here and taken out there, or rows
 *   moved by both
 */
export function mergeRows(base: readonly Row[], mine: readonly Row[], theirs: readonly Row[]): Row[] | null {
  if (textOf(mine) === textOf(theirs)) return [...theirs];
  const [here, there] = [versionOf(base, mine), versionOf(base, theirs)];
  const kept = new Map<number, Row>();
  for (const [id, was] of base.entries()) {
    const [own, other] = [here.get(id), there.get(id)];
    const row = own && other && mergeCells(was, own, other);
    if (row) kept.set(id, row);
    else if (row === null) return null;
    else if (cellsOf(own ?? other ?? was) !== cellsOf(was)) return null;
  }
  const order = orderOf(kept, here, there);
  if (order === null) return null;
  const [theirRows, myRows] = [addedBehind(there, kept, base.length), addedBehind(here, kept, base.length)];
  const again = new Map<string, number>();
  for (const row of [...theirRows.values()].flat())
    again.set(cellsOf(row), (again.get(cellsOf(row)) ?? 0) + 1);
  const isNew = (row: Row): boolean => {
    if (isBlank(row)) return true;
    const same = again.get(cellsOf(row)) ?? 0;
    again.set(cellsOf(row), same - 1);
    return same <= 0;
  };
  return [BEGINNING, ...order].flatMap((id) => [
    ...(kept.has(id) ? [kept.get(id) as Row] : []),
    ...(theirRows.get(id) ?? []),
    ...(myRows.get(id) ?? []).filter(isNew),
  ]);
}

/** Labels have no places: what either added is there, and what either took out is gone. */
export function mergeLabels(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): string[] {
  const kept = theirs.filter((label) => mine.includes(label) || !base.includes(label));
  return [...kept, ...mine.filter((label) => !base.includes(label) && !theirs.includes(label))];
}

const textOf = (rows: readonly Row[]): string => JSON.stringify(rows.map(cellsOf));

/** Which row of the base each row goes on: the same one, one rewritten in its place, or the one most like it. */
function versionOf(base: readonly Row[], rows: readonly Row[]): Version {
  let next = base.length;
  const fresh = () => next++;
  const known = { ids: base.map((_, id) => id), rows: base.map(cellsOf) };
  const goesOn = (id: number, at: number) => isRewritten(base[id] as Row, rows[at] as Row);
  const ids = idsAfter(known, rows.map(cellsOf), '', fresh).map((id, at) =>
    id < base.length && !goesOn(id, at) ? fresh() : id,
  );
  const missing = new Set(known.ids);
  for (const id of ids) missing.delete(id);
  for (const id of missing) {
    const likeness = ids.map((taken, at) =>
      taken < base.length || !goesOn(id, at) ? 0 : shared(base[id] as Row, rows[at] as Row),
    );
    const most = Math.max(0, ...likeness);
    if (most > 0) ids[likeness.indexOf(most)] = id;
  }
  return new Map(ids.map((id, at) => [id, rows[at] as Row]));
}

/** How many characters of two rows stand in cells that are the same. */
const shared = (a: Row, b: Row): number =>
  Object.entries(a).reduce(
    (sum, [column, cell]) => (typeof cell === 'string' && cell === b[column] ? sum + cell.length : sum),
    0,
  );

/** Null where one cell, or cells that say one thing together, were changed to two things. */
function mergeCells(was: Row, own: Row, other: Row): Row | null {
  const cells: Record<string, unknown> = { ...own };
  for (const column of Object.keys({ ...own, ...other })) {
    const group = TOGETHER.find((columns) => columns.includes(column)) ?? [column];
    const [before, here, there] = [was, own, other].map((row) =>
      JSON.stringify(group.map((one) => row[one])),
    );
    if (here === there || there === before) continue;
    if (here !== before) return null;
    cells[column] = other[column];
  }
  return cells;
}

/** The order of the rows that stayed, as whoever moved some has it; null where both did. */
function orderOf(kept: Version, here: Version, there: Version): number[] | null {
  const [before, mine, theirs] = [kept, here, there].map((rows) =>
    [...rows.keys()].filter((id) => kept.has(id)),
  ) as [number[], number[], number[]];
  const isSame = (a: readonly number[], b: readonly number[]) => a.every((id, at) => id === b[at]);
  if (isSame(mine, before)) return theirs;
  return isSame(theirs, before) || isSame(mine, theirs) ? mine : null;
}

/** The rows that a version added, by the row that stayed before them. */
function addedBehind(rows: Version, kept: Version, known: number): ReadonlyMap<number, Row[]> {
  const added = new Map<number, Row[]>();
  let behind = BEGINNING;
  for (const [id, row] of rows) {
    if (kept.has(id)) behind = id;
    else if (id >= known) added.set(behind, [...(added.get(behind) ?? []), row]);
  }
  return added;
}
