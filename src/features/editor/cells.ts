/** A row of a list: its cells by the names of their columns. */
export type Row = Readonly<Record<string, unknown>>;

/** What a row holds, as text: the same in whatever order its cells were filled in, and without those that are not. */
export const cellsOf = (row: Row): string =>
  JSON.stringify(
    Object.entries(row)
      .filter(([, cell]) => cell !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** Whether nobody has written anything into a row. */
export const isBlank = (row: Row): boolean =>
  Object.values(row).every((cell) => cell === '' || cell === false || cell === undefined);

/** What a row says, before when, who and how far. */
const saying = (row: Row): string => String(row.text ?? row.name ?? '').trim();

/** Of the fewer words of two rows so many are in both, for the one to be the other rewritten. */
const SAME_WORDS = 0.5;

/** Whether one row can be another one that somebody has rewritten, and not one that took its place. */
export function isRewritten(before: Row, after: Row): boolean {
  const [was, is] = [saying(before), saying(after)];
  if (was === is || was === '') return true;
  const [one, other] = [was, is].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
  if (!one || !other) return false;
  const both = [...one].filter((word) => other.has(word)).length;
  return both > 0 && both >= SAME_WORDS * Math.min(one.size, other.size);
}
