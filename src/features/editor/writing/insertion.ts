import { type RefObject, useLayoutEffect } from 'react';
import { placeAfter } from './change';

/** A browser takes seconds to make more than this undoable. */
const MOST_UNDOABLE = 20_000;

/**
 * Puts text in the place of what is selected, as if it were typed: the browser's undo knows it, and the field
 * tells its listeners. What is too long to be undone is put there all the same.
 */
export function insertText(field: HTMLTextAreaElement, text: string): void {
  field.focus();
  if (text.length <= MOST_UNDOABLE && document.execCommand('insertText', false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Puts marks around what is selected, or takes them away again. */
export function toggleMarks(field: HTMLTextAreaElement, mark: string): void {
  const { value, selectionStart: start, selectionEnd: end } = field;
  const length = mark.length;
  const words = value.slice(start, end);
  const isMarked = value.slice(start - length, start) === mark && value.slice(end, end + length) === mark;
  if (isMarked) field.setSelectionRange(start - length, end + length);
  insertText(field, isMarked ? words : `${mark}${words}${mark}`);
  const moved = isMarked ? -length : length;
  field.setSelectionRange(start + moved, end + moved);
}

/** Keeps the cursor at its letters when the text changes and its author did not type it. */
export function useKeptCursor(ref: RefObject<HTMLTextAreaElement | null>, text: string): void {
  const field = ref.current;
  const hasFocus = field !== null && document.activeElement === field;
  const before = hasFocus && field.value !== text ? { old: field.value, ...selectionOf(field) } : null;
  useLayoutEffect(() => {
    if (!before || ref.current?.value !== text) return;
    ref.current.setSelectionRange(
      placeAfter(before.old, text, before.start),
      placeAfter(before.old, text, before.end),
    );
  });
}

const selectionOf = ({ selectionStart, selectionEnd }: HTMLTextAreaElement) => ({
  start: selectionStart,
  end: selectionEnd,
});
