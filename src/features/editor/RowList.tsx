import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Icon } from '../../components/Icon';
import { useNotify } from '../../components/Notices';

interface Props<T> {
  /** "timeline entry", "action item": what the buttons call a row. */
  rowName: string;
  rows: readonly T[];
  newRow: T;
  most: number;
  onChange(rows: T[]): void;
  children(row: T, number: number, change: (row: T) => void): ReactNode;
}

/** Rows that can be added, edited, moved and removed, all of it from the keyboard. Removing can be undone. */
export function RowList<T>({ rowName, rows, newRow, most, onChange, children }: Props<T>) {
  const ids = useRowIds(rows.length);
  const list = useRef<HTMLOListElement>(null);
  const [focus, setFocus] = useState<string | null>(null);
  const notify = useNotify();
  const latest = useRef({ rows, onChange });
  latest.current = { rows, onChange };
  const offers = useRef(new Set<() => void>());
  // Nobody can take back a removal in a document that is no longer on the screen.
  useEffect(() => {
    const made = offers.current;
    return () => {
      for (const dismiss of made) dismiss();
    };
  }, []);

  useEffect(() => {
    if (focus === null) return;
    list.current?.parentElement?.querySelector<HTMLElement>(focus)?.focus();
    setFocus(null);
  }, [focus]);

  const move = (from: number, to: number) => {
    ids.move(from, to);
    onChange(moved(rows, from, to));
    const direction = to < from ? 'up' : 'down';
    const atEnd = to === 0 || to === rows.length - 1;
    setFocus(`[data-row="${to}"] [data-move="${atEnd ? opposite(direction) : direction}"]`);
  };
  const remove = (index: number) => {
    const removed = rows[index] as T;
    ids.remove(index);
    onChange(rows.filter((_, position) => position !== index));
    setFocus(rows.length > 1 ? `[data-row="${Math.max(0, index - 1)}"] input` : '[data-add]');
    const dismiss = notify({
      text: `Removed ${rowName} ${index + 1}.`,
      action: {
        label: 'Undo',
        run: () => {
          const now = latest.current;
          now.onChange([...now.rows.slice(0, index), removed, ...now.rows.slice(index)]);
          setFocus(`[data-row="${Math.min(index, now.rows.length)}"] input`);
        },
      },
    });
    offers.current.add(dismiss);
  };
  return (
    <div className="stack">
      {rows.length > 0 && (
        <ol className="rows" ref={list}>
          {rows.map((row, index) => (
            <li key={ids.all[index]} data-row={index} className="row-item">
              {children(row, index + 1, (changed) =>
                onChange(rows.map((old, position) => (position === index ? changed : old))),
              )}
              <div className="row-actions">
                <RowButton
                  icon="up"
                  label={`Move ${rowName} ${index + 1} up`}
                  move="up"
                  disabled={index === 0}
                  onClick={() => move(index, index - 1)}
                />
                <RowButton
                  icon="down"
                  label={`Move ${rowName} ${index + 1} down`}
                  move="down"
                  disabled={index === rows.length - 1}
                  onClick={() => move(index, index + 1)}
                />
                <RowButton
                  icon="remove"
                  label={`Remove ${rowName} ${index + 1}`}
                  onClick={() => remove(index)}
                />
              </div>
            </li>
          ))}
        </ol>
      )}
      {rows.length === 0 && <ol ref={list} hidden />}
      <p>
        <button
          type="button"
          className="button button-small"
          data-add
          disabled={rows.length >= most}
          onClick={() => {
            onChange([...rows, newRow]);
            setFocus(`[data-row="${rows.length}"] input`);
          }}
        >
          <Icon name="add" />
          Add {rowName}
        </button>
      </p>
    </div>
  );
}

function RowButton(props: {
  icon: 'up' | 'down' | 'remove';
  label: string;
  move?: 'up' | 'down';
  disabled?: boolean;
  onClick(): void;
}) {
  const { icon, label, move, disabled, onClick } = props;
  return (
    <button type="button" className="icon-button" data-move={move} disabled={disabled} onClick={onClick}>
      <Icon name={icon} />
      <span className="visually-hidden">{label}</span>
    </button>
  );
}

const opposite = (direction: 'up' | 'down') => (direction === 'up' ? 'down' : 'up');

function moved<R>(rows: readonly R[], from: number, to: number): R[] {
  const result = rows.filter((_, position) => position !== from);
  result.splice(to, 0, rows[from] as R);
  return result;
}

/** Rows have no ids of their own; these keep a field's focus with its row while rows move. */
function useRowIds(count: number) {
  const next = useRef(0);
  const ids = useRef<number[]>([]);
  while (ids.current.length < count) ids.current.push(next.current++);
  ids.current.length = count;
  return {
    all: ids.current,
    move(from: number, to: number) {
      ids.current = moved(ids.current, from, to);
    },
    remove(index: number) {
      ids.current = ids.current.filter((_, position) => position !== index);
    },
  };
}
