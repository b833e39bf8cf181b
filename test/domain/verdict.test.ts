import fc from 'fast-check';
import { criteriaFor } from '../../domain/criteria';
import { THEME_IDS } from '../../domain/themes';
import { jsonInText, readVerdict } from '../../domain/verdict';

const row = (draft: number, score: number) => ({
  draft,
  ...Object.fromEntries(criteriaFor('professional').map(({ id }) => [id, score])),
});

it('lets the scores decide, and the judge’s own choice only between equals', () => {
  const answer = (first: number, second: number, best: number) =>
    readVerdict({ scores: [row(1, first), row(2, second)], best, reasoning: 'r' }, 'professional', 2);
  expect(answer(2, 4, 1)).toMatchObject({ usable: true, verdict: { best: 2 } });
  expect(answer(4, 4, 2)).toMatchObject({ usable: true, verdict: { best: 2 } });
  expect(answer(4, 4, 1)).toMatchObject({ usable: true, verdict: { best: 1 } });
});

it('asks for the voice in Addams and not in Professional', () => {
  const answer = { scores: [row(1, 3), row(2, 4)], best: 2, reasoning: 'r' };
  expect(readVerdict(answer, 'professional', 2).usable).toBe(true);
  expect(readVerdict(answer, 'addams', 2)).toEqual({
    usable: false,
    why: 'the judge gave no score from 1 to 5 for "voice"',
  });
});

const anything = fc.anything({ withBigInt: true, withMap: true, withSparseArray: true });
const nearlyRight = fc.record(
  {
    best: fc.oneof(fc.integer(), fc.constantFrom('1', 1.5, null, [1]), anything),
    reasoning: fc.oneof(fc.string(), anything),
    scores: fc.oneof(
      fc.array(
        fc.oneof(
          fc.record({ draft: fc.integer({ min: -1, max: 4 }), grounded: fc.integer({ min: -1, max: 7 }) }),
          fc.integer({ min: 0, max: 6 }).map((score) => row(1, score)),
          fc.integer({ min: 0, max: 6 }).map((score) => row(2, score)),
          anything,
        ),
        { maxLength: 4 },
      ),
      anything,
    ),
  },
  { requiredKeys: [] },
);

it('never throws, and never names a draft that it was not clearly given, whatever a judge answers', () => {
  fc.assert(
    fc.property(fc.oneof(anything, nearlyRight), fc.constantFrom(...THEME_IDS), (answer, theme) => {
      const reading = readVerdict(answer, theme, 2);
      if (!reading.usable) return reading.why.startsWith('the judge ');
      const { best, scores, reasoning } = reading.verdict;
      const everyScore = scores.length === 2 * criteriaFor(theme).length;
      return (
        [1, 2].includes(best) &&
        reasoning !== '' &&
        everyScore &&
        scores.every(({ score }) => score >= 1 && score <= 5)
      );
    }),
    { numRuns: 12_000 },
  );
});

it.each([
  ['bare', '{"a":1}'],
  ['fenced', '```json\n{"a":1}\n```'],
  ['after thinking aloud', '<thinking>{"a":2} or so</thinking> Here: {"a":1}.'],
])('finds JSON in an answer that is %s', (_how, text) => {
  expect(jsonInText(text)).toEqual({ a: 1 });
});

it.each(['', '{', 'no', '{"a":', '}{'])('finds none in %j', (text) => {
  expect(jsonInText(text)).toBeUndefined();
});
