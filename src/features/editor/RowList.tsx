import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Icon } from '../../components/Icon';
import { useShownRow } from '../../components/shownRow';
import { useUndoNotice } from '../../components/undoNotice';
import type { Wording } from '../../language/italian';
import { numberWords, say } from '../../language/say';
import { moved, useRowIds } from './rowIds';
import './rows.css';

/** Rows on the screen at once. Another client may store thousands, and each is half a dozen controls. */
const ROWS_AT_ONCE = 100;

/** What a row may do to its list. */
export interface RowPlace<T> {
  /** Its place, from 0, and as its fields call it, from 1. */
  index: number;
  number: number;
  change(row: T): void;
  /** Adds an empty row right below, and moves the focus there. */
  addBelow(): void;
}

/** A row to show and to give the focus, whatever part of the list or filter it is behind. Another object asks anew. */
export interface Jump {
  row: number;
  /** What in it has the focus; the row itself where nothing is named. */
  within?: string;
}

interface Props<T> {
  /** "timeline entry", "action item": what the buttons call a row. */
  rowName: Wording;
  rows: readonly T[];
  newRow: T;
  most: number;
  onChange(rows: T[]): void;
  children(row: T, place: RowPlace<T>): ReactNode;
  /** Only these are shown; one that was shown stays while it is worked on, until there is another filter. */
  filter?: { name: string; has(row: T): boolean } | null;
  /** Somebody added a row, or must see one: a filter would hide it. */
  onUnfilter?(): void;
  /** What makes a row a place to link to. */
  anchorOf?(index: number): string;
  /** What stands beside the buttons of a row. The rows are then in order, and one can be inserted between others. */
  foot?(row: T, place: RowPlace<T>): ReactNode;
  /** More buttons for a row. */
  buttons?(row: T, place: RowPlace<T>): ReactNode;
  jump?: Jump | null;
}

/** Rows that can be added, edited, moved and removed, all of it from the keyboard. Removing can be undone. */
export function RowList<T>(props: Props<T>) {
  const {
    rowName,
    rows,
    newRow,
    most,
    onChange,
    children,
    filter = null,
    foot,
    anchorOf,
    jump = null,
  } = props;
  const called = say(rowName);
  const ids = useRowIds(rows, newRow);
  const list = useRef<HTMLOListElement>(null);
  const [focus, setFocus] = useState<string | null>(null);
  const [wanted, setPart] = useState(0);
  const shown = useShown(rows, ids.all, filter);
  const lastPart = partOf(Math.max(0, shown.length - 1));
  const part = Math.min(wanted, lastPart);
  const first = part * ROWS_AT_ONCE;
  const inPart = shown.slice(first, first + ROWS_AT_ONCE);
  /** Moves the focus to something in a row, wherever the row is. */
  const goTo = (row: number, within: string, among: readonly number[] = shown) => {
    const place = among.indexOf(row);
    setPart(partOf(place < 0 ? row : place));
    setFocus(`[data-row="${row}"]${within === '' ? '' : ` ${within}`}`);
  };
  useShownRow(rowName, (row) => goTo(row, 'input', unfiltered()));
  const sayUndoable = useUndoNotice();
  const latest = useRef({ rows, onChange });
  latest.current = { rows, onChange };

  useEffect(() => {
    if (focus === null) return;
    const field = list.current?.parentElement?.querySelector<HTMLElement>(focus);
    field?.focus();
    if (field?.matches('li')) field.scrollIntoView({ block: 'center' });
    setFocus(null);
  }, [focus]);

  const unfiltered = () => {
    props.onUnfilter?.();
    return rows.map((_, index) => index);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: each jump is made once
  useEffect(() => {
    if (jump) goTo(jump.row, jump.within ?? '', unfiltered());
  }, [jump]);

  const move = (from: number, to: number) => {
    ids.move(from, to);
    onChange(moved(rows, from, to));
    const direction = to < from ? 'up' : 'down';
    const atEnd = to === 0 || to === rows.length - 1;
    goTo(to, `[data-move="${atEnd ? opposite(direction) : direction}"]`);
  };
  const insert = (index: number) => {
    if (rows.length >= most) return;
    unfiltered();
    ids.insert(index);
    onChange([...rows.slice(0, index), newRow, ...rows.slice(index)]);
    goTo(index, 'input', []);
  };
  const remove = (index: number) => {
    const removed = rows[index] as T;
    const place = shown.indexOf(index);
    ids.remove(index);
    onChange(rows.filter((_, position) => position !== index));
    if (shown.length > 1) goTo(place > 0 ? (shown[place - 1] as number) : index, 'input');
    else setFocus('[data-add]');
    sayUndoable(say('Removed {row} {n}.', { row: called, n: index + 1 }), () => {
      const now = latest.current;
      now.onChange([...now.rows.slice(0, index), removed, ...now.rows.slice(index)]);
      goTo(Math.min(index, now.rows.length), 'input');
    });
  };
  return (
    <div className="stack">
      {rows.length > 0 && (
        <ol className="rows" ref={list} start={first + 1}>
          {inPart.map((index) => {
            const row = rows[index] as T;
            const place: RowPlace<T> = {
              index,
              number: index + 1,
              change: (changed) =>
                onChange(rows.map((old, position) => (position === index ? changed : old))),
              addBelow: () => insert(index + 1),
            };
            return (
              <li
                key={ids.all[index]}
                id={anchorOf?.(index)}
                tabIndex={anchorOf && -1}
                data-row={index}
                className={foot ? 'row-item row-item-footed' : 'row-item'}
              >
                {children(row, place)}
                <div className={foot ? 'row-foot' : undefined}>
                  {foot?.(row, place)}
                  <div className="row-actions">
                    {props.buttons?.(row, place)}
                    {foot && (
                      <RowButton
                        icon="add"
                        label={say('Insert a {row} after {row} {n}', { row: called, n: index + 1 })}
                        disabled={rows.length >= most}
                        onClick={place.addBelow}
                      />
                    )}
                    <RowButton
                      icon="up"
                      label={say('Move {row} {n} up', { row: called, n: index + 1 })}
                      move="up"
                      disabled={index === 0 || filter !== null}
                      onClick={() => move(index, index - 1)}
                    />
                    <RowButton
                      icon="down"
                      label={say('Move {row} {n} down', { row: called, n: index + 1 })}
                      move="down"
                      disabled={index === rows.length - 1 || filter !== null}
                      onClick={() => move(index, index + 1)}
                    />
                    <RowButton
                      icon="remove"
                      label={say('Remove {row} {n}', { row: called, n: index + 1 })}
                      onClick={() => remove(index)}
                    />
                  </div>
                </div>
              </li>
            );
          })}
        </ol>
      )}
      {rows.length === 0 && <ol ref={list} hidden />}
      {shown.length > ROWS_AT_ONCE && (
        <nav className="row" aria-label={say('Parts of the list, by {row}', { row: called })}>
          {lastPart > 1 && (
            <PartButton to={part === 0 ? -1 : 0} of={shown.length} onGo={setPart}>
              {say('To the first')}
            </PartButton>
          )}
          <PartButton to={part - 1} of={shown.length} onGo={setPart}>
            {say('Earlier')}
          </PartButton>
          <span className="small soft" role="status">
            {say('{first} to {last} of {all}', {
              first: numberWords(first + 1),
              last: numberWords(first + inPart.length),
              all: numberWords(shown.length),
            })}
          </span>
          <PartButton to={part + 1} of={shown.length} onGo={setPart}>
            {say('Later')}
          </PartButton>
          {lastPart > 1 && (
            <PartButton to={part === lastPart ? -1 : lastPart} of={shown.length} onGo={setPart}>
              {say('To the last')}
            </PartButton>
          )}
        </nav>
      )}
      <p>
        <button
          type="button"
          className="button button-small"
          data-add
          disabled={rows.length >= most}
          onClick={() => insert(rows.length)}
        >
          <Icon name="add" />
          {say('Add {row}', { row: called })}
        </button>
        {rows.length >= most && (
          <span className="hint">
            {' '}
            {say('That is full: {most} is the most it holds.', { most: numberWords(most) })}
          </span>
        )}
      </p>
    </div>
  );
}

/** The places of the rows that are shown. */
function useShown<T>(rows: readonly T[], ids: readonly number[], filter: Props<T>['filter']): number[] {
  const kept = useRef({ name: '', ids: new Set<number>() });
  if (!filter) return rows.map((_, index) => index);
  if (kept.current.name !== filter.name) kept.current = { name: filter.name, ids: new Set() };
  const { ids: known } = kept.current;
  for (const [index, row] of rows.entries()) if (filter.has(row)) known.add(ids[index] as number);
  return rows.flatMap((_, index) => (known.has(ids[index] as number) ? [index] : []));
}

function RowButton(props: {
  icon: 'add' | 'up' | 'down' | 'remove';
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
  const isThere = to < 0 || to * ROWS_AT_ONCE >= of;
  return (
    <button
      type="button"
      className="button button-small"
      // Whoever has gone to the last part still has the focus.
      aria-disabled={isThere}
      onClick={() => !isThere && onGo(to)}
    >
      {children}
    </button>
  );
}

const opposite = (direction: 'up' | 'down') => (direction === 'up' ? 'down' : 'up');
