import { gate } from '../../domain/enhancement/gate';
import { CASES } from '../cases/cases';
import { FAULTS } from './faults';
import { makePairs, readPairs } from './pairs';

const PAIRS = readPairs();

it('holds what rewrites and faults make, and enough of it', () => {
  expect(PAIRS).toEqual(makePairs());
  expect(PAIRS.length).toBeGreaterThanOrEqual(120);
  expect(new Set(PAIRS.map(({ id }) => id)).size).toBe(PAIRS.length);
  expect(new Set(PAIRS.map(({ fault }) => fault)).size).toBe(FAULTS.length);
});

it('names the source and the licence of every text, as the cases do', () => {
  for (const { id, source, licence, text, section } of PAIRS) {
    const incident = CASES.find((each) => id.startsWith(`${each.id}/`));
    expect({ id, source, licence, text }).toEqual({
      id,
      source: incident?.source,
      licence: incident?.licence,
      text: incident?.[section],
    });
  }
});

it.each(PAIRS.filter(({ fault }) => fault === 'lost').map(({ id, text, better }) => ({ id, text, better })))(
  'has nothing hard against the better text of $id',
  ({ text, better }) => {
    const { findings, repaired } = gate({ source: text }, better);
    expect([...repaired, ...findings.filter(({ severity }) => severity === 'hard')]).toEqual([]);
  },
);

it('has a worse text that is another one than the better one', () => {
  for (const { better, worse } of PAIRS) expect(worse).not.toBe(better);
});
