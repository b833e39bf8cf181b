import { nearness, readQuestion } from '../../../domain/search/question';

const asked = (typed: string) =>
  readQuestion(typed).asked.map(({ word, isExcluded }) => (isExcluded ? `-${word}` : word));

it('reads words, what must not be there, and phrases', () => {
  expect(asked('Pool  exhausted -kubernetes')).toEqual(['pool', 'exhausted', '-kubernetes']);
  expect(readQuestion('the “Connection  Reset” again').phrases).toEqual(['connection reset']);
  // A hyphen within a word, or before a space, excludes nothing.
  expect(asked('payments-7f9c - down')).toEqual(['payments-7f9c', 'down']);
  expect(asked('x')).toEqual([]);
});

it('bounds what one question may ask for', () => {
  expect(asked(Array.from({ length: 60 }, (_, at) => `word${at}`).join(' '))).toHaveLength(10);
});

it.each([
  ['timeouts', 'timeout', true],
  ['timeout', 'timeouts', true],
  ['failed', 'failing', true],
  ['errori', 'errore', true],
  ['errore', 'errori', true],
  ['datab', 'database', true],
  ['states', 'static', false],
  ['payments', 'pay', false],
  ['db', 'dbms', false],
])('whoever looks for %s and finds %s: %s', (typed, word, isFound) => {
  const [one] = readQuestion(typed).asked;
  if (!one) throw new Error('nothing asked');
  expect(word.startsWith(one.stem) && nearness(one, word) > 0).toBe(isFound);
});
