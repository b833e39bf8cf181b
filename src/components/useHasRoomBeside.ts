import { useSyncExternalStore } from 'react';

/** As in `editor.css`, which lays out by the same width. */
const NO_ROOM = '(max-width: 64rem)';

/**
 * Whether a document has room beside its text. Where it has none, what stays in reach stands before the text in the
 * page itself and not by its style, so that the focus and a screen reader go as the eye does.
 */
export const useHasRoomBeside = (): boolean =>
  useSyncExternalStore(subscribe, () => !matchMedia(NO_ROOM).matches);

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(NO_ROOM);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
