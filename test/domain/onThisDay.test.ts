import { calendarDay } from '../../domain/calendarDay';
import { onThisDay } from '../../domain/onThisDay';
import fc from '../properties';

const listing = (id: string, startedAt: string | null) => ({
  id,
  title: id,
  severity: 'SEV2' as const,
  startedAt,
});
const found = (today: string, ...starts: (string | null)[]) =>
  onThisDay(
    starts.map((start, index) => listing(String(index), start)),
    today,
    'Europe/Rome',
  ).map(({ day }) => day);

it('remembers what started on this day of an earlier year, the latest first, where the reader is', () => {
  expect(
    found(
      '2026-03-01',
      '2024-03-01T10:00:00Z',
      '2025-02-28T23:30:00Z',
      '2025-03-01T23:30:00Z',
      '2026-03-01T10:00:00Z',
    ),
  ).toEqual(['2025-03-01', '2024-03-01']);
  expect(found('2026-03-01', '2027-03-01T10:00:00Z', null, 'soon', '+012026-03-01T10:00:00Z')).toEqual([]);
  expect(onThisDay([listing('a', '2023-03-01T10:00:00Z')], '2026-03-01', 'UTC')[0]?.years).toBe(3);
});

it('remembers the 29th of February on the 28th where the year has no 29th, and on the 29th where it has', () => {
  const leap = '2024-02-29T12:00:00Z';
  expect(found('2026-02-28', leap, '2024-02-28T12:00:00Z')).toEqual(['2024-02-29', '2024-02-28']);
  expect(found('2026-03-01', leap)).toEqual([]);
  expect(found('2028-02-28', leap)).toEqual([]);
  expect(found('2028-02-29', leap, '2027-02-28T12:00:00Z')).toEqual(['2024-02-29']);
  expect(found('2100-02-28', leap)).toEqual(['2024-02-29']);
});

it('every incident of the past is remembered once in each later year', () => {
  const dates = fc.date({ min: new Date('2000-01-01'), max: new Date('2020-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(dates, fc.integer({ min: 2022, max: 2030 }), (date, year) => {
      const start = date.toISOString();
      const days = Array.from({ length: 366 }, (_, index) =>
        new Date(Date.UTC(year, 0, 1 + index)).toISOString().slice(0, 10),
      ).filter((day) => day.startsWith(String(year)));
      const on = days.filter((day) => onThisDay([listing('a', start)], day, 'UTC').length > 0);
      expect(on).toHaveLength(1);
      expect(on[0]?.slice(5, 7)).toBe(calendarDay(start, 'UTC')?.slice(5, 7));
    }),
    { numRuns: 40 },
  );
});
