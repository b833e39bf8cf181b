import { publishedCases } from '../../../bench/publishedCases';
import { runsIn } from '../../../domain/search/runs';

/** What words are, as a rule that everybody can read. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:[._\-:/@+][\p{L}\p{N}\p{M}]+)*/gu;
const byRule = (text: string) =>
  [...text.matchAll(WORD)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));

test.each([
  ['', 'no text'],
  ['db-3.eu.example.com:5432/health?x=1', 'an address'],
  ['a--b a-b- -a ..a.. a._b', 'joints at the ends and two in a row'],
  ['«Perché?» — città’s cafe\u0301', 'accents, quotes and marks of their own'],
  ['𝒳-ray 𠮷野家 👩‍🚀crew 12½', 'pairs, and what is neither letter nor digit'],
  ['\ud835 half \udc9e', 'half a pair'],
])('words are found as the rule has them: %j (%s)', (text) => {
  expect(runsIn(text)).toEqual(byRule(text));
});

test('the published incidents have the same words by both', () => {
  for (const { title, description, rootCause, timeline } of publishedCases()) {
    const text = [title, description, rootCause, timeline].join('\n');
    expect(runsIn(text)).toEqual(byRule(text));
  }
});

test('any mixture of letters, joints and others has the same words by both', () => {
  const alphabet = ['a', 'É', '7', '.', '-', '/', '@', ' ', '—', '\u0301', '𝒳', '👩', '\ud835', '\n'];
  let state = 7;
  const roll = () => {
    state = (state * 48_271) % 2_147_483_647;
    return alphabet[state % alphabet.length];
  };
  for (let round = 0; round < 3_000; round += 1) {
    const text = Array.from({ length: 12 }, roll).join('');
    expect([text, runsIn(text)]).toEqual([text, byRule(text)]);
  }
});
