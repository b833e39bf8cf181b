import { idsAfter, moved } from '../../../../src/features/editor/rowIds';
import fc from '../../../properties';

/** The ids after a change of rows whose ids are 0, 1, 2 and so on; new ones begin at 100. An empty row is a dot. */
const after = (before: string, now: string): number[] => {
  let next = 100;
  const rows = [...before];
  return idsAfter({ ids: rows.map((_, index) => index), rows }, [...now], '.', () => next++);
};

describe('a row keeps its id, and with it the cursor in it', () => {
  it.each([
    ['nothing changes', 'abc', 'abc', [0, 1, 2]],
    ['somebody inserts a row above', 'abc', 'xabc', [100, 0, 1, 2]],
    ['somebody inserts rows above and below', 'abc', 'xabyc', [100, 0, 1, 101, 2]],
    ['somebody removes a row above', 'abc', 'bc', [1, 2]],
    ['somebody replaces the first row and adds one at the end', 'abc', 'xbcy', [0, 1, 2, 100]],
    ['rows are put in another order', 'abcd', 'dbac', [3, 1, 0, 2]],
    ['it is typed in', 'abc', 'axc', [0, 1, 2]],
    ['it is typed in until it says what the row above says', 'abc', 'aac', [0, 1, 2]],
    ['it is typed in until it says what the row below says', 'abb', 'bbb', [0, 1, 2]],
    ['two rows are edited', 'abcd', 'axcy', [0, 1, 2, 3]],
    ['it is empty, and lines are pasted into it', 'a.b', 'axyzb', [0, 1, 100, 101, 2]],
    ['it is empty, and somebody inserts a row above', 'a..', 'ax..', [0, 100, 1, 2]],
  ])('when %s', (_, before, now, ids) => {
    expect(after(before, now)).toEqual(ids);
  });
});

it.each([
  ['a row is inserted above one that is edited', 'abc', 'axyc', [0, 100, 101, 2]],
  ['a row is removed and another one added elsewhere', 'abc', 'bcx', [1, 2, 100]],
  ['all rows are others, and more', 'ab', 'xyz', [100, 101, 102]],
  ['there were none', '', 'ab', [100, 101]],
])('what may be another row has an id of its own: %s', (_, before, now, ids) => {
  expect(after(before, now)).toEqual(ids);
});

it('no two rows have the same id, and whoever stands between rows that stay keeps theirs', () => {
  const rows = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '.'), maxLength: 6 });
  fc.assert(
    fc.property(rows, rows, rows, (before, now, both) => {
      const ids = after(before, now);
      expect(new Set(ids).size).toBe(now.length);
      expect(ids).not.toContain(undefined);
      const around = after(`${both}${before}${both}`, `${both}${now}${both}`);
      expect(around.slice(0, both.length)).toEqual([...both].map((_, index) => index));
    }),
  );
});

it('a moved row stands where it was put, and the others in their order', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
});
