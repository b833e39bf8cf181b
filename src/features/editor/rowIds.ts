import { useRef } from 'react';

/** Rows have no ids of their own; these keep a field's focus with its row while rows move. */
export function useRowIds(count: number) {
  const next = useRef(0);
  const ids = useRef<number[]>([]);
  while (ids.current.length < count) ids.current.push(next.current++);
  ids.current.length = count;
  return {
    all: ids.current,
    move(from: number, to: number) {
      ids.current = moved(ids.current, from, to);
    },
    insert(index: number) {
      ids.current = [...ids.current.slice(0, index), next.current++, ...ids.current.slice(index)];
    },
    remove(index: number) {
      ids.current = ids.current.filter((_, position) => position !== index);
    },
  };
}

/** A list with one of its members in another place. */
export function moved<R>(rows: readonly R[], from: number, to: number): R[] {
  const result = rows.filter((_, position) => position !== from);
  result.splice(to, 0, rows[from] as R);
  return result;
}
