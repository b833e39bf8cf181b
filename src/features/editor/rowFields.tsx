import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useId } from 'react';
import { LIMITS } from '../../../domain/limits';
import type { Choice } from '../../../domain/postMortem/fields';
import { withoutControlCharacters } from '../../../domain/text';
import { translated } from '../../language/say';

/** A row with another cell; one with nothing in it is absent, as in what the server answers. */
export function withCell<Row extends object, Id extends keyof Row>(
  row: Row,
  id: Id,
  value: Row[Id] | undefined,
): Row {
  const { [id]: _, ...rest } = row;
  return (value === undefined ? rest : { ...rest, [id]: value }) as Row;
}

/** A cell of a row under its name. */
export function RowField(props: {
  /** Of the control within it. */
  id: string;
  label: string;
  /** Which row, for those who cannot see where the field stands. */
  of: string;
  children: ReactNode;
}) {
  const { id, label, of, children } = props;
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        <span className="visually-hidden">, {of}</span>
      </label>
      {children}
    </div>
  );
}

/** A cell that is one of some choices, or none. */
export function ChoiceField<Id extends string>(props: {
  label: string;
  of: string;
  choices: ReadonlyArray<Choice & { id: Id }>;
  value: Id | undefined;
  onKeyDown?(event: KeyboardEvent): void;
  onChange(value: Id | undefined): void;
}) {
  const { label, of, choices, value, onKeyDown, onChange } = props;
  const id = useId();
  return (
    <RowField id={id} label={label} of={of}>
      <select
        id={id}
        value={value ?? ''}
        onKeyDown={onKeyDown}
        onChange={(event) => onChange(choices.find((one) => one.id === event.target.value)?.id)}
      >
        <option value="">–</option>
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {translated(one.label)}
          </option>
        ))}
      </select>
    </RowField>
  );
}

/** A cell of one line. */
export function LineField(props: {
  label: string;
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
    <RowField id={id} label={label} of={of}>
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
    </RowField>
  );
}
