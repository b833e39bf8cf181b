import {
  differingFacts,
  findingWords,
  foundInMix,
  stillStanding,
} from '../../../../../src/features/enhance/result/findings';
import { draft, finding } from './draft';

const source = 'Checkout was down for 12 minutes.';
const text = 'Checkout was down for 37 minutes, and 5% of orders failed.';

describe('a finding', () => {
  it('says what the author’s text says instead', () => {
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
    expect(stillStanding(wrong, { source }, text)).toEqual(wrong.findings);
  });

  it('has none left once the invented value is gone', () => {
    expect(stillStanding(wrong, { source }, 'Checkout was down for 12 minutes.')).toEqual([]);
  });

  it('does not hold the author’s own additions against him', () => {
    expect(stillStanding(wrong, { source }, 'Checkout was down for 12 minutes in eu-west-1.')).toEqual([]);
  });

  it('is still stopped by what was left in', () => {
    const touched = 'We saw it: checkout was down for 37 minutes.';
    const [left] = stillStanding(wrong, { source }, touched);
    expect(left).toMatchObject({ list: 'added', severity: 'hard' });
    expect(touched.slice(left?.start, left?.end)).toBe('37 minutes');
  });
});

describe('a doubt that a draft dropped', () => {
  const own = 'We suspect the cache in eu-west-1 caused the outage.';
  const sure = 'The cache in eu-west-1 caused the outage.';
  const found = stillStanding(draft('something else', []), { source: own }, sure);
  const certain = draft(sure, foundInMix(draft(sure), { source: own }, sure));

  it('is a finding that bars the draft', () => {
    expect(found).toEqual([]);
    expect(certain.findings.some((one) => one.list === 'hedges' && one.severity === 'hard')).toBe(true);
  });

  it('is not covered up by touching up the sentence', () => {
    const touched = 'The cache in eu-west-1 caused the outage!';
    expect(stillStanding(certain, { source: own }, touched).map(({ list }) => list)).toContain('hedges');
  });
});

describe('a mix of both texts', () => {
  const own = 'Checkout failed at 14:02. Search failed at 15:30.';
  const sound = draft('Checkout failed at 14:02. Search failed at 15:30, too.');

  it('has no findings when it is as sound as both', () => {
    expect(
      foundInMix(sound, { source: own }, sound.text ?? '').filter(({ severity }) => severity === 'hard'),
    ).toEqual([]);
  });

  it('is stopped when it lost a fact on the way', () => {
    const [lost] = foundInMix(sound, { source: own }, 'Checkout failed at 14:02. Search failed, too.');
    expect(lost).toMatchObject({ list: 'lost', severity: 'hard', value: '15:30' });
  });

  it('may hold what the author typed into the draft', () => {
    const mix = 'Checkout failed at 14:02. Search failed at 15:30, in 12 % of requests.';
    expect(foundInMix(sound, { source: own }, mix).filter(({ list }) => list === 'added')).toEqual([]);
  });
});

it('names the facts in which two voices differ, and none where they agree', () => {
  expect(differingFacts('Down for 12 minutes.', 'For 12 minutes the dead did not pay.')).toEqual([]);
  expect(differingFacts('Down for 12 minutes.', 'Down for 13 minutes.').join(' ')).toContain('13');
});
