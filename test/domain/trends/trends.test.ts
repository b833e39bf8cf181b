import { type Look, trendsOf } from '../../../domain/trends';
import { MEASURES } from '../../../domain/trends/durations';
import { PERIODS } from '../../../domain/trends/period';
import fc from '../../properties';
import { anyIncident, incident } from './incidents';

const LOOK: Look = { period: '12', today: '2026-03-15', zone: 'Europe/Rome' };
const looks: fc.Arbitrary<Look> = fc.record({
  period: fc.constantFrom(...PERIODS.map(({ id }) => id)),
  today: fc.constantFrom('2026-03-15', '2024-02-29', '2026-12-31', '2026-01-01'),
  zone: fc.constantFrom('UTC', 'Europe/Rome', 'Pacific/Kiritimati', 'America/St_Johns'),
});

it('counts by severity and month, months without any included, where the reader is', () => {
  const trends = trendsOf(
    [
      incident({ severity: 'SEV1', startedAt: '2026-03-01T10:00:00Z' }),
      // March in Rome already.
      incident({ severity: 'SEV1', startedAt: '2026-02-28T23:30:00Z' }),
      incident({ severity: 'SEV2', startedAt: '2025-04-01T10:00:00Z' }),
      incident({ startedAt: '2025-03-31T10:00:00Z' }),
      incident({ startedAt: '2026-03-16T10:00:00Z' }),
      incident(),
    ],
    LOOK,
  );
  expect(trends.columns).toHaveLength(12);
  expect(trends.columns[0]).toMatchObject({ unit: 'month', from: '2025-04-01', to: '2025-04-30', total: 1 });
  expect(trends.columns[0]?.counts).toEqual({ SEV1: 0, SEV2: 1, SEV3: 0, SEV4: 0 });
  expect(trends.columns.at(-1)).toMatchObject({ from: '2026-03-01', to: '2026-03-31', total: 2 });
  expect(trends.columns.at(-2)).toMatchObject({ to: '2026-02-28', total: 0 });
  expect(trends).toMatchObject({ total: 3, undated: 1, later: 1, earlier: 1, withoutService: 3 });
});

it('the columns together hold every incident of the period once, and every other one is accounted for', () => {
  fc.assert(
    fc.property(fc.array(anyIncident, { maxLength: 30 }), looks, (some, look) => {
      const trends = trendsOf(some, look);
      const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
      expect(sum(trends.columns.map(({ total }) => total))).toBe(trends.total);
      expect(sum(trends.columns.flatMap(({ counts }) => Object.values(counts)))).toBe(trends.total);
      expect(trends.total + trends.undated + trends.later + trends.earlier).toBe(some.length);
      expect(trends.columns.length).toBeLessThanOrEqual(24);
      for (const { id } of MEASURES) {
        const { count, missing, contradicting } = trends.durations[id];
        expect(count + missing + contradicting).toBe(trends.total);
      }
    }),
  );
});

it('the order of the documents does not matter', () => {
  fc.assert(
    fc.property(fc.array(anyIncident, { maxLength: 20 }), looks, (some, look) => {
      expect(trendsOf([...some].reverse(), look)).toEqual(trendsOf(some, look));
    }),
  );
});

it('every column begins on the day after the one before, and the last one holds today', () => {
  fc.assert(
    fc.property(fc.array(anyIncident, { maxLength: 5 }), looks, (some, look) => {
      const { columns } = trendsOf(some, look);
      columns.slice(1).forEach(({ from }, index) => {
        const before = Date.parse(columns[index]?.to ?? '');
        expect(Date.parse(from) - before).toBe(86_400_000);
      });
      const last = columns.at(-1);
      if (last) expect(last.from <= look.today && look.today <= last.to).toBe(true);
    }),
  );
});

it('tells the services that come back, whatever their capitals, with how often and when last', () => {
  const on = (service: string, day: string) => incident({ service, startedAt: `${day}T10:00:00Z` });
  const { services } = trendsOf(
    [
      on('Search', '2026-01-03'),
      on('search', '2026-02-01'),
      on('search ', '2025-12-01'),
      on('checkout', '2026-03-01'),
      on('checkout', '2026-01-01'),
      on('queue', '2026-02-02'),
      // Before the period.
      on('queue', '2024-02-02'),
      on('', '2026-02-02'),
      on(' ', '2026-02-02'),
    ],
    LOOK,
  );
  expect(services).toEqual([
    { name: 'search', count: 3, last: '2026-02-01' },
    { name: 'checkout', count: 2, last: '2026-03-01' },
  ]);
});
