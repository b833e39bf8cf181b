import { type RefObject, useLayoutEffect } from 'react';

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

/** Where a place of a text is after it became another text: at the same letters, if they are still there. */
export function placeAfter(old: string, now: string, at: number): number {
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start++;
  if (at <= start) return at;
  let end = 0;
  while (end < most - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  return at >= old.length - end ? at + now.length - old.length : Math.min(at, now.length - end);
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
