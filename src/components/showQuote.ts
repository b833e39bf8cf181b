/** Of the name under which the theme colours what was looked for. */
export const HIGHLIGHT = 'quoted';

const LETTER = /[\p{L}\p{N}]/u;

/**
 * Marks words in a part of the page, and scrolls to them. They are found by their letters and figures alone, as what
 * Markdown marks words with is not on the page. Returns the range that is marked; null when they do not stand there.
 */
function showQuote(part: Element, quote: string): Range | null {
  const wanted = lettersOf(quote).join('');
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const places: { node: Text; offset: number }[] = [];
  let letters = '';
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    for (let offset = 0; offset < node.length; offset += 1) {
      const letter = node.data.charAt(offset).toLowerCase();
      // A capital that has two small letters would put every place behind it out of step.
      if (letter.length !== 1 || !LETTER.test(letter)) continue;
      letters += letter;
      places.push({ node, offset });
    }
  }
  const at = wanted === '' ? -1 : letters.indexOf(wanted);
  const [first, last] = [places[at], places[at + wanted.length - 1]];
  if (at < 0 || !first || !last) return null;
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  if ('highlights' in CSS) CSS.highlights.set(HIGHLIGHT, new Highlight(range));
  first.node.parentElement?.scrollIntoView({ block: 'center' });
  return range;
}

const lettersOf = (text: string): string[] =>
  Array.from({ length: text.length }, (_, at) => text.charAt(at).toLowerCase()).filter(
    (letter) => letter.length === 1 && LETTER.test(letter),
  );

/** How long a part may take to show what it holds: its Markdown comes after the page. */
const PATIENCE_MS = 5_000;

/** Marks words of a part as soon as they are there, and scrolls to them. Returns what takes the mark away. */
export function showQuoteOnceThere(part: Element, quote: string): () => void {
  let shown = showQuote(part, quote);
  const observer = new MutationObserver(() => {
    // What replaces the text as it stood leaves an empty range; else nobody is to be scrolled back to the words.
    if (!shown || shown.collapsed) shown = showQuote(part, quote);
  });
  observer.observe(part, { subtree: true, childList: true });
  const patience = setTimeout(() => observer.disconnect(), PATIENCE_MS);
  return () => {
    clearTimeout(patience);
    observer.disconnect();
    if ('highlights' in CSS) CSS.highlights.delete(HIGHLIGHT);
  };
}
