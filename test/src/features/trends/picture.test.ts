import { neighbour, type Place } from '../../../../src/features/trends/neighbour';
import { durationScale } from '../../../../src/features/trends/scale';
import { askedFor, dayBeside, daysOf, libraryAddress } from '../../../../src/features/trends/scope';
import fc from '../../../properties';

const at = (row: number, column: number): Place => ({ row, column });

it('arrow keys go along a line over what is empty, and to the nearest mark of another line', () => {
  const places = [at(0, 0), at(0, 5), at(2, 4), at(2, 1)];
  expect(neighbour(places, at(0, 0), 'ArrowRight')).toEqual(at(0, 5));
  expect(neighbour(places, at(0, 5), 'ArrowRight')).toBeNull();
  expect(neighbour(places, at(0, 5), 'ArrowLeft')).toEqual(at(0, 0));
  expect(neighbour(places, at(0, 5), 'ArrowDown')).toEqual(at(2, 4));
  expect(neighbour(places, at(2, 1), 'ArrowUp')).toEqual(at(0, 0));
  expect(neighbour([at(2, 0), at(1, 9)], at(0, 0), 'ArrowDown')).toEqual(at(1, 9));
  expect(neighbour(places, at(2, 4), 'Home')).toEqual(at(2, 1));
  expect(neighbour(places, at(2, 1), 'End')).toEqual(at(2, 4));
  expect(neighbour(places, at(2, 1), 'Enter')).toBeNull();
});

it('a scale of lengths holds the shortest and the longest, in their order', () => {
  const lengths = fc.double({ min: 0, max: 6e9, noNaN: true });
  fc.assert(
    fc.property(lengths, lengths, (one, other) => {
      const [least, most] = [Math.min(one, other), Math.max(one, other)];
      const { ticks, part } = durationScale(least, most);
      expect(ticks.length).toBeGreaterThan(1);
      // Their names do not overlap.
      ticks.slice(1).forEach(({ minutes }, index) => {
        expect(part(minutes) - part(ticks[index]?.minutes ?? 0)).toBeGreaterThan(0.1);
      });
      expect(part(least)).toBeLessThanOrEqual(part(most));
      for (const minutes of [least, most]) {
        expect(part(minutes)).toBeGreaterThanOrEqual(0);
        expect(part(minutes)).toBeLessThanOrEqual(1);
      }
    }),
  );
  expect(durationScale(5, 200).ticks.map(({ label }) => label)).toEqual(['1 min', '10 min', '1 h', '6 h']);
  expect(durationScale(1, 2_000_000).ticks.map(({ label }) => label)).toEqual([
    ...['1 min', '10 min', '6 h', '7 d', '1 y', '10 y'],
  ]);
});

it('an address names list and period, and what it cannot mean is as if it were not said', () => {
  expect(askedFor(new URLSearchParams('list=published&period=all'))).toEqual({
    scope: 'published',
    period: 'all',
  });
  expect(askedFor(new URLSearchParams('list=x&period=7'))).toEqual({ scope: 'mine', period: '12' });
});

it('a number leads to the library with the list, the severity and the days that it counts, and none to come', () => {
  const march = { unit: 'month', from: '2026-03-01', to: '2026-03-31' } as const;
  expect(libraryAddress('mine', { severity: 'SEV1', ...daysOf(march, { today: '2026-04-02' }) })).toBe(
    '/?severity=SEV1&from=2026-03-01&to=2026-03-31',
  );
  expect(daysOf(march, { today: '2026-03-04' })).toEqual({ from: '2026-03-01', to: '2026-03-04' });
  expect(libraryAddress('shared', { service: 'a&b' })).toBe('/?list=shared&service=a%26b');
  expect(libraryAddress('mine', { to: '' })).toBe('/');
  expect([dayBeside('2024-03-01', -1), dayBeside('2026-12-31', 1)]).toEqual(['2024-02-29', '2027-01-01']);
});
