/** What lies under a point of the page, where the field above it lets it through. */
function below<Found>(field: HTMLElement, look: () => Found): Found {
  field.style.pointerEvents = 'none';
  try {
    return look();
  } finally {
    field.style.pointerEvents = '';
  }
}

interface Point {
  clientX: number;
  clientY: number;
}

/** The place in a formatted text at a point of the page, as a node and as UTF-16 units; null beside the text. */
export function placeAt(field: HTMLElement, formatted: HTMLElement, { clientX, clientY }: Point) {
  const caret = below(field, () => {
    if ('caretPositionFromPoint' in document) return document.caretPositionFromPoint(clientX, clientY);
    const range = (document as Document).caretRangeFromPoint(clientX, clientY);
    return range && { offsetNode: range.startContainer, offset: range.startOffset };
  });
  if (!caret || !formatted.contains(caret.offsetNode)) return null;
  const range = document.createRange();
  range.setStart(formatted, 0);
  range.setEnd(caret.offsetNode, caret.offset);
  return { node: caret.offsetNode, within: caret.offset, offset: range.toString().length };
}

/** Where the link at a point of the page leads; undefined where there is none that may be followed. */
export function linkAt(field: HTMLElement, formatted: HTMLElement, { clientX, clientY }: Point) {
  const found = below(field, () => document.elementFromPoint(clientX, clientY));
  if (!found || !formatted.contains(found)) return undefined;
  return found.closest<HTMLElement>('[data-href]')?.dataset.href;
}

/**
 * A click into a text at rest. The text shows its marks from now on, so that the letters move: the cursor goes
 * to the letter that was clicked, and the page scrolls so that this letter stays under the pointer.
 * @returns whether it was dealt with
 */
export function pointInto(field: HTMLTextAreaElement, formatted: HTMLElement, point: Point): boolean {
  const place = placeAt(field, formatted, point);
  if (!place) return false;
  const at = Math.min(place.offset, field.value.length);
  field.focus({ preventScroll: true });
  field.setSelectionRange(at, at);
  const line = document.createRange();
  line.setStart(place.node, place.within);
  const { top, height } = line.getBoundingClientRect();
  const moved = top + height / 2 - point.clientY;
  if (height > 0 && Math.abs(moved) > height) window.scrollBy({ top: moved, behavior: 'instant' });
  selectWhileDragging(field, formatted, at);
  return true;
}

function selectWhileDragging(field: HTMLTextAreaElement, formatted: HTMLElement, from: number): void {
  const drag = (event: MouseEvent) => {
    const to = placeAt(field, formatted, event)?.offset;
    if (to === undefined) return;
    field.setSelectionRange(Math.min(from, to), Math.max(from, to), to < from ? 'backward' : 'forward');
  };
  const end = () => {
    document.removeEventListener('mousemove', drag);
    document.removeEventListener('mouseup', end);
  };
  document.addEventListener('mousemove', drag);
  document.addEventListener('mouseup', end);
}
