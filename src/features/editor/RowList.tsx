import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Icon } from '../../components/Icon';
import { useNotify } from '../../components/Notices';
import { useShownRow } from '../../components/shownRow';

/** Rows on the screen at once. Another client may store thousands, and each is half a dozen controls. */
const ROWS_AT_ONCE = 100;

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
  const [wanted, setPart] = useState(0);
  const part = Math.min(wanted, partOf(Math.max(0, rows.length - 1)));
  const first = part * ROWS_AT_ONCE;
  const inPart = rows.slice(first, first + ROWS_AT_ONCE);
  /** Moves the focus to something in a row, wherever the row is. */
  const goTo = (row: number, within: string) => {
    setPart(partOf(row));
    setFocus(`[data-row="${row}"] ${within}`);
  };
  useShownRow(rowName, (row) => goTo(row, 'input'));
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
    goTo(to, `[data-move="${atEnd ? opposite(direction) : direction}"]`);
  };
  const remove = (index: number) => {
    const removed = rows[index] as T;
    ids.remove(index);
    onChange(rows.filter((_, position) => position !== index));
    if (rows.length > 1) goTo(Math.max(0, index - 1), 'input');
    else setFocus('[data-add]');
    const dismiss = notify({
      text: `Removed ${rowName} ${index + 1}.`,
      action: {
        label: 'Undo',
        run: () => {
          const now = latest.current;
          now.onChange([...now.rows.slice(0, index), removed, ...now.rows.slice(index)]);
          goTo(Math.min(index, now.rows.length), 'input');
        },
      },
    });
    offers.current.add(dismiss);
  };
  return (
    <div className="stack">
      {rows.length > 0 && (
        <ol className="rows" ref={list} start={first + 1}>
          {inPart.map((row, offset) => {
            const index = first + offset;
            return (
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
            );
          })}
        </ol>
      )}
      {rows.length === 0 && <ol ref={list} hidden />}
      {rows.length > ROWS_AT_ONCE && (
        <nav className="row" aria-label={`Parts of the list, by ${rowName}`}>
          <PartButton to={part - 1} of={rows.length} onGo={setPart}>
            Earlier
          </PartButton>
          <span className="small soft" role="status">
            {(first + 1).toLocaleString('en')} to {(first + inPart.length).toLocaleString('en')} of{' '}
            {rows.length.toLocaleString('en')}
          </span>
          <PartButton to={part + 1} of={rows.length} onGo={setPart}>
            Later
          </PartButton>
        </nav>
      )}
      <p>
        <button
          type="button"
          className="button button-small"
          data-add
          disabled={rows.length >= most}
          onClick={() => {
            onChange([...rows, newRow]);
            goTo(rows.length, 'input');
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

const partOf = (row: number): number => Math.floor(row / ROWS_AT_ONCE);

function PartButton(props: { to: number; of: number; onGo(part: number): void; children: ReactNode }) {
  const { to, of, onGo, children } = props;
  return (
    <button
      type="button"
      className="button button-small"
      disabled={to < 0 || to * ROWS_AT_ONCE >= of}
      onClick={() => onGo(to)}
    >
      {children}
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
