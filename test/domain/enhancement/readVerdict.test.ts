import { jsonInText } from '../../../domain/answers/json';
import { criteriaFor } from '../../../domain/enhancement/criteria';
import { readVerdict } from '../../../domain/enhancement/readVerdict';
import { THEME_IDS } from '../../../domain/themes';
import fc from '../../properties';

const REASONS = 'It keeps every figure.';

const row = (draft: number, score: number) => ({
  draft,
  ...Object.fromEntries(criteriaFor('professional').map(({ id }) => [id, score])),
});

it('lets the scores decide, and the judge’s own choice only between equals', () => {
  const answer = (first: number, second: number, best: number) =>
    readVerdict({ scores: [row(1, first), row(2, second)], best, reasoning: REASONS }, 'professional', [
      'one',
      'two',
    ]);
  expect(answer(2, 4, 1)).toMatchObject({ usable: true, verdict: { best: 2 } });
  expect(answer(4, 4, 2)).toMatchObject({ usable: true, verdict: { best: 2 } });
  expect(answer(4, 4, 1)).toMatchObject({ usable: true, verdict: { best: 1 } });
});

it('asks for the voice in Addams and not in Professional', () => {
  const answer = { scores: [row(1, 3), row(2, 4)], best: 2, reasoning: REASONS };
  expect(readVerdict(answer, 'professional', ['one', 'two']).usable).toBe(true);
  expect(readVerdict(answer, 'addams', ['one', 'two'])).toEqual({
    usable: false,
    why: 'the judge gave no score from 1 to 5 for "voice"',
  });
});

it('lets no text win that the judge finds ungrounded, unless all are', () => {
  const shaky = { ...row(1, 5), grounded: 2 };
  const answer = (second: object) => ({ scores: [shaky, second], best: 1, reasoning: REASONS });
  expect(readVerdict(answer(row(2, 3)), 'professional', ['one', 'two'])).toMatchObject({
    verdict: { best: 2 },
  });
  const both = { ...row(2, 3), grounded: 1 };
  expect(readVerdict(answer(both), 'professional', ['one', 'two'])).toMatchObject({ verdict: { best: 1 } });
});

it('takes a quote for unsupported only when it stands word for word in the text it names', () => {
  const claims = [
    { draft: 1, quote: 'the pool was full' },
    { draft: 2, quote: 'the pool was full' },
    { draft: 1, quote: 'The pool was fullish' },
    { draft: 9, quote: 'the' },
    { quote: 'the' },
    7,
  ];
  const answer = { unsupported_claims: claims, scores: [row(1, 3), row(2, 3)], best: 1, reasoning: REASONS };
  const reading = readVerdict(answer, 'professional', ['Perhaps the pool was full.', 'No.']);
  expect(reading).toMatchObject({
    usable: true,
    verdict: { unsupportedClaims: [{ shown: 1, quote: 'the pool was full' }] },
  });
});

it.each(['', ', 1'.repeat(80), 'draft 2, draft 2'])(
  'takes no verdict without reasons: "%.20s"',
  (reasoning) => {
    const answer = { scores: [row(1, 3), row(2, 4)], best: 2, reasoning };
    expect(readVerdict(answer, 'professional', ['one', 'two'])).toEqual({
      usable: false,
      why: 'the judge gave no reasons',
    });
  },
);

it('gives reasons once that a model says over and over, and without its last half sentence', () => {
  const said = (reasoning: string) => {
    const reading = readVerdict({ scores: [row(1, 3), row(2, 4)], best: 2, reasoning }, 'professional', [
      'a',
      'b',
    ]);
    return reading.usable ? reading.verdict.reasoning : reading.why;
  };
  const once = 'The source of the stalled ci processes is not known, as the log of that day is gone.';
  expect(said([once, once, once, once, 'The source of the stalled ci'].join(' '))).toBe(once);
  expect(said('It keeps every figure. The other one lo')).toBe('It keeps every figure.');
  expect(said('It keeps every figure')).toBe('It keeps every figure');
});

it.each(['It is shorter.', '第二稿保留了全部数字。', 'ร่างที่สองเก็บตัวเลขทั้งหมด'])(
  'takes reasons in few words or any script: %s',
  (reasoning) => {
    const answer = { scores: [row(1, 3), row(2, 4)], best: 2, reasoning };
    expect(readVerdict(answer, 'professional', ['one', 'two']).usable).toBe(true);
  },
);

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
      const reading = readVerdict(answer, theme, ['one', 'two']);
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
