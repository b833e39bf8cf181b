import { hasControlCharacters, visibleText } from '../../../../src/features/editor/pastedText';

it('takes a text from a terminal without its colours and bells', () => {
  const pasted = '\u001b[31mERROR\u001b[0m\u0007 lock timeout\r\nretrying';
  expect(hasControlCharacters(pasted)).toBe(true);
  expect(visibleText(pasted)).toBe('ERROR lock timeout\nretrying');
});

it('leaves ordinary text with tabs, line breaks and emoji alone', () => {
  const text = 'a\tb\r\nc 🦉 [31m';
  expect(hasControlCharacters(text)).toBe(false);
});
