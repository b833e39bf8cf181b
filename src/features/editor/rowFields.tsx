import { type ClipboardEvent, type KeyboardEvent, useId } from 'react';
import { LIMITS } from '../../../domain/limits';
import type { Choice } from '../../../domain/postMortem/fields';
import { withoutControlCharacters } from '../../../domain/text';

/** A row with another cell; one with nothing in it is absent, as in what the server answers. */
export function withCell<Row extends object, Id extends keyof Row>(
  row: Row,
  id: Id,
  value: Row[Id] | undefined,
): Row {
  const { [id]: _, ...rest } = row;
  return (value === undefined ? rest : { ...rest, [id]: value }) as Row;
}

/** A cell that is one of some choices, or none. */
export function ChoiceField<Id extends string>(props: {
  label: string;
  of: string;
  choices: ReadonlyArray<Choice & { id: Id }>;
  value: Id | undefined;
  /** Enter in the last field of a row begins the next one. */
  onEnter?(): void;
  onChange(value: Id | undefined): void;
}) {
  const { label, of, choices, value, onEnter, onChange } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        <span className="visually-hidden">, {of}</span>
      </label>
      <select
        id={id}
        value={value ?? ''}
        onKeyDown={onEnter && atEnter(onEnter)}
        onChange={(event) => onChange(choices.find((one) => one.id === event.target.value)?.id)}
      >
        <option value="">–</option>
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A cell of one line. */
export function LineField(props: {
  label: string;
  /** Which row, for those who cannot see where the field stands. */
  of: string;
  value: string;
  type?: 'text' | 'date';
  /** The id of what says more of it. */
  describedBy?: string;
  onFocus?(): void;
  onPaste?(event: ClipboardEvent): void;
  onChange(value: string): void;
}) {
  const { label, of, value, type = 'text', describedBy, onFocus, onPaste, onChange } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        <span className="visually-hidden">, {of}</span>
      </label>
      <input
        id={id}
        dir="auto"
        type={type}
        value={value}
        aria-invalid={value.length > LIMITS.lineLength}
        aria-describedby={describedBy}
        onFocus={onFocus}
        onPaste={onPaste}
        onChange={(event) => onChange(withoutControlCharacters(event.target.value))}
      />
    </div>
  );
}

/** A cell whose text may be longer than its line: it grows with it, and Enter begins the next row. */
export function TextField(props: {
  label: string;
  of: string;
  value: string;
  onPaste(event: ClipboardEvent): void;
  onEnter(): void;
  onChange(value: string): void;
}) {
  const { label, of, value, onPaste, onEnter, onChange } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        <span className="visually-hidden">, {of}</span>
      </label>
      <textarea
        id={id}
        dir="auto"
        rows={1}
        value={value}
        aria-invalid={value.length > LIMITS.lineLength}
        onPaste={onPaste}
        onKeyDown={atEnter(onEnter)}
        onChange={(event) => onChange(withoutControlCharacters(event.target.value))}
      />
    </div>
  );
}

/** Shift-Enter is a line break, and an input method takes its Enter for itself. */
const atEnter = (enter: () => void) => (event: KeyboardEvent) => {
  const { key, shiftKey, ctrlKey, metaKey, altKey, nativeEvent } = event;
  if (key !== 'Enter' || shiftKey || ctrlKey || metaKey || altKey || nativeEvent.isComposing) return;
  event.preventDefault();
  enter();
};
