/**
 * Post-mortems that were saved on this page by something beside their editor, such as a proposal that was applied:
 * whoever has one open reads it again.
 */
const saved = new EventTarget();

export const tellSavedBeside = (postMortemId: string): void => {
  saved.dispatchEvent(new Event(postMortemId));
};

/** @returns what ends the listening */
export function onSavedBeside(postMortemId: string, listener: () => void): () => void {
  saved.addEventListener(postMortemId, listener);
  return () => saved.removeEventListener(postMortemId, listener);
}
