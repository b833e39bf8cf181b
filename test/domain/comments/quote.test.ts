import { COMMENT_LIMITS } from '../../../domain/comments/comment';
import { findQuote, quoteOf } from '../../../domain/comments/quote';
import fc from '../../properties';

/** The quote of some words of a text, the first place or a later one. */
function quoted(text: string, words: string, place = 0) {
  let start = text.indexOf(words);
  for (let passed = 0; passed < place; passed += 1) start = text.indexOf(words, start + 1);
  const quote = quoteOf(text, { start, end: start + words.length });
  if (!quote) throw new Error(`No “${words}” to quote.`);
  return quote;
}
const foundIn = (text: string, quote: Parameters<typeof findQuote>[1]) => {
  const found = findQuote(text, quote);
  return found && { words: text.slice(found.start, found.end), start: found.start };
};

const TEXT = 'The pool was too small. Nobody had looked at the pool since March, when the pool was made.';

test('quoted words are found where they were, also after text was written before and behind them', () => {
  const quote = quoted(TEXT, 'Nobody had looked');
  expect(foundIn(TEXT, quote)?.start).toBe(TEXT.indexOf('Nobody'));
  const later = `We think this: ${TEXT} It is larger now.`;
  expect(foundIn(later, quote)).toEqual({ words: 'Nobody had looked', start: later.indexOf('Nobody') });
});

test('of the same words in several places those are found that were meant', () => {
  for (const place of [0, 1, 2]) {
    const quote = quoted(TEXT, 'pool', place);
    const later = `In short, the pool failed. ${TEXT}`;
    const starts = [...later.matchAll(/pool/g)].map(({ index }) => index);
    expect(foundIn(later, quote)?.start).toBe(starts[place + 1]);
  }
});

test('a passage that was written anew is not found, nor is a short word that stands somewhere else', () => {
  expect(foundIn('The pool was large enough.', quoted(TEXT, 'too small'))).toBeNull();
  expect(foundIn('A pool.', quoted(TEXT, 'pool', 1))).toBeNull();
  expect(foundIn('', quoted(TEXT, 'pool'))).toBeNull();
});

test('words that were quoted where they are shown are found where they are written, and the other way', () => {
  const written = 'It was **the pool**, as\n- `max_connections` said\n- and Ada';
  const shown = 'It was the pool, as max_connections said and Ada';
  expect(foundIn(written, quoted(shown, 'the pool, as max_connections said'))?.words).toBe(
    'the pool**, as\n- `max_connections` said',
  );
  expect(foundIn(shown, quoted(written, 'the pool**, as\n- `max_connections`'))?.words).toBe(
    'the pool, as max_connections',
  );
});

test('only space is no quote, and space at its ends is not part of one', () => {
  expect(quoteOf('a   b', { start: 1, end: 4 })).toBeNull();
  expect(quoteOf('a  b  c', { start: 1, end: 6 })).toEqual({ quote: 'b', before: 'a  ', after: '  c' });
});

test('any selection is found again in the text that it comes from, within the limits and without half characters', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '*', '😀', 'ß'), maxLength: 300 });
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (whole, one, other) => {
      const [start = 0, end = 0] = [one % (whole.length + 1), other % (whole.length + 1)].sort(
        (a, b) => a - b,
      );
      const quote = quoteOf(whole, { start, end });
      if (!quote) return;
      expect(quote.quote.length).toBeLessThanOrEqual(COMMENT_LIMITS.quote);
      expect(Math.max(quote.before.length, quote.after.length)).toBeLessThanOrEqual(COMMENT_LIMITS.context);
      expect(`${quote.quote} ${quote.before} ${quote.after}`).not.toMatch(/\p{Surrogate}/u);
      const found = findQuote(whole, quote);
      expect(found && whole.slice(found.start, found.end)).toBe(quote.quote);
    }),
  );
});
