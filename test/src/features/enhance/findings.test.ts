import {
  differingFacts,
  findingWords,
  stillStanding,
  stretches,
} from '../../../../src/features/enhance/findings';
import { draft, finding } from './draft';

const source = 'Checkout was down for 12 minutes.';
const text = 'Checkout was down for 37 minutes, and 5% of orders failed.';

describe('findings in place', () => {
  it('mark exactly the words they are about', () => {
    const marked = stretches(text, [finding(text, '37 minutes'), finding(text, '5%')]);
    expect(marked.filter((one) => one.findings.length > 0).map((one) => one.text)).toEqual([
      '37 minutes',
      '5%',
    ]);
  });

  it('never lose or repeat a word, whatever the places', () => {
    const odd = [
      finding(text, '37 minutes'),
      finding(text, 'minutes, and'),
      finding(text, text),
      { ...finding(text, '5%'), start: -4, end: 900 },
      { ...finding(text, '5%'), start: 9, end: 3 },
    ];
    expect(
      stretches(text, odd)
        .map((one) => one.text)
        .join(''),
    ).toBe(text);
  });

  it('that overlap are both named where they do', () => {
    const both = stretches(text, [finding(text, '37 minutes'), finding(text, 'minutes, and')]);
    expect(both.find((one) => one.text === 'minutes')?.findings).toHaveLength(2);
  });

  it('say what the author’s text says instead', () => {
    expect(findingWords(finding(text, '37 minutes', { instead: '12 minutes' })).sourceSays).toBe(
      'Your text says: “12 minutes”',
    );
    expect(findingWords(finding(text, '5%')).sourceSays).toContain('nothing');
  });
});

it.each([
  ['negation', 'hedges', 'says yes where your text says no'],
  ['hedge-added', 'hedges', 'is doubted here'],
  ['hedge', 'hedges', 'without the doubt'],
  ['recommendation', 'claims', 'advice of the model'],
  ['claim', 'claims', 'no support'],
  ['time', 'moved', 'another place'],
] as const)('a finding of kind %s says what happened', (kind, list, words) => {
  expect(findingWords(finding(text, '5%', { kind, list })).what).toContain(words);
});

describe('a draft that the author has worked on', () => {
  const wrong = draft(text, [finding(text, '37 minutes', { kind: 'duration' })]);

  it('keeps its findings until it is touched', () => {
    expect(stillStanding(wrong, source, text)).toEqual(wrong.findings);
  });

  it('has none left once the invented value is gone', () => {
    expect(stillStanding(wrong, source, 'Checkout was down for 12 minutes.')).toEqual([]);
  });

  it('does not hold the author’s own additions against him', () => {
    expect(stillStanding(wrong, source, 'Checkout was down for 12 minutes in eu-west-1.')).toEqual([]);
  });

  it('is still stopped by what was left in', () => {
    const touched = 'We saw it: checkout was down for 37 minutes.';
    const [left] = stillStanding(wrong, source, touched);
    expect(left).toMatchObject({ list: 'added', severity: 'hard' });
    expect(touched.slice(left?.start, left?.end)).toBe('37 minutes');
  });
});

it('names the facts in which two voices differ, and none where they agree', () => {
  expect(differingFacts('Down for 12 minutes.', 'For 12 minutes the dead did not pay.')).toEqual([]);
  expect(differingFacts('Down for 12 minutes.', 'Down for 13 minutes.').join(' ')).toContain('13');
});
