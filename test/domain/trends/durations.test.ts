import { durationsOf, MEASURES, type Measure } from '../../../domain/trends/durations';
import fc from '../../properties';
import { anyIncident, incident } from './incidents';

const TTD = MEASURES[0];
const after = (minutes: number) =>
  incident({
    startedAt: '2026-03-01T10:00:00Z',
    detectedAt: new Date(Date.UTC(2026, 2, 1, 10, minutes)).toISOString(),
  });

it('tells the median and the quartiles of what took so long, as a spreadsheet does', () => {
  expect(durationsOf([5, 1, 100, 2, 10].map(after), TTD)).toEqual({
    count: 5,
    missing: 0,
    contradicting: 0,
    quartiles: { min: 1, low: 2, median: 5, high: 10, max: 100 },
  });
  expect(durationsOf([4, 1].map(after), TTD).quartiles).toMatchObject({ low: 1.75, median: 2.5, high: 3.25 });
  expect(durationsOf([after(7)], TTD).quartiles).toEqual({ min: 7, low: 7, median: 7, high: 7, max: 7 });
});

it('counts what has no times, and what ends before it starts, apart', () => {
  const some = [incident(), after(3), after(-1), after(0), incident({ startedAt: '2026-03-01T10:00:00Z' })];
  expect(durationsOf(some, TTD)).toMatchObject({ count: 2, missing: 2, contradicting: 1 });
  expect(durationsOf([], TTD)).toEqual({ count: 0, missing: 0, contradicting: 0, quartiles: null });
});

it('the quartiles stand in their order between the shortest and the longest, and every incident is counted', () => {
  const measures = fc.constantFrom<Measure>(...MEASURES);
  fc.assert(
    fc.property(fc.array(anyIncident, { maxLength: 20 }), measures, (some, measure) => {
      const { count, missing, contradicting, quartiles } = durationsOf(some, measure);
      expect(count + missing + contradicting).toBe(some.length);
      expect(quartiles === null).toBe(count === 0);
      if (!quartiles) return;
      const { min, low, median, high, max } = quartiles;
      expect([0, min, low, median, high, max]).toEqual(
        [0, min, low, median, high, max].sort((a, b) => a - b),
      );
    }),
  );
});
