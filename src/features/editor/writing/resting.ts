import type { FocusEvent } from 'react';

/** The field has the focus: its text is drawn with its marks. */
export function beginWriting({ currentTarget }: FocusEvent<HTMLElement>): void {
  currentTarget.parentElement?.setAttribute('data-writing', '');
}

/**
 * The field lost the focus: its text is drawn as it reads, which may make it higher or lower. While a button
 * is pressed nothing may move away from under the pointer, so that it waits until the click is done; and
 * what has the focus then stays where it is on the screen.
 */
export function endWriting({ currentTarget: field }: FocusEvent<HTMLElement>): void {
  const isPressing = document.querySelector(':active') !== null;
  if (!isPressing) rest(field);
  // The click comes with the release; what it does is done a moment later.
  else document.addEventListener('pointerup', () => setTimeout(() => rest(field)), { once: true });
}

function rest(field: HTMLElement): void {
  if (document.activeElement === field) return;
  const still = document.activeElement;
  const before = still?.getBoundingClientRect().top;
  field.parentElement?.removeAttribute('data-writing');
  const after = still?.getBoundingClientRect().top;
  if (still === document.body || before === undefined || after === undefined || after === before) return;
  window.scrollBy({ top: after - before, behavior: 'instant' });
}
