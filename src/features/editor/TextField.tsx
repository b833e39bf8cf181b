import { type ClipboardEvent, type KeyboardEvent, useId } from 'react';
import { LIMITS } from '../../../domain/limits';
import { withoutControlCharacters } from '../../../domain/text';
import { RowField } from './rowFields';

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
    <RowField id={id} label={label} of={of}>
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
    </RowField>
  );
}

/** Enter in the last fields of a row begins the next one. Shift-Enter is a line break, and an input method takes its Enter for itself. */
export const atEnter = (enter: () => void) => (event: KeyboardEvent) => {
  const { key, shiftKey, ctrlKey, metaKey, altKey, nativeEvent } = event;
  if (key !== 'Enter' || shiftKey || ctrlKey || metaKey || altKey || nativeEvent.isComposing) return;
  event.preventDefault();
  enter();
};
