import { nameOfStretch, stretchesOf } from '../../../domain/trends/period';

const names = (...asked: Parameters<typeof stretchesOf>) => stretchesOf(...asked).map(nameOfStretch);

it('looks back over whole months, the present one included, over New Year and 29 February', () => {
  expect(names('3', null, '2026-01-31')).toEqual(['November 2025', 'December 2025', 'January 2026']);
  expect(stretchesOf('3', null, '2024-03-31')[1]).toEqual({
    unit: 'month',
    from: '2024-02-01',
    to: '2024-02-29',
  });
  expect(stretchesOf('12', null, '2026-12-31')).toHaveLength(12);
});

it('shows everything in months, and in quarters, years or one column of what is older where that would be too many', () => {
  expect(names('all', null, '2026-03-15')).toEqual([]);
  expect(names('all', '2026-04-01', '2026-03-15')).toEqual([]);
  expect(names('all', '2026-02-10', '2026-03-15')).toEqual(['February 2026', 'March 2026']);
  expect(names('all', '2023-02-10', '2026-03-15').at(0)).toBe('January to March 2023');
  expect(names('all', '2010-02-10', '2026-03-15').at(0)).toBe('2010');
  const long = stretchesOf('all', '1000-02-10', '2026-03-15');
  expect(long).toHaveLength(24);
  expect(long[0]).toEqual({ unit: 'earlier', from: '', to: '2003-12-31' });
  expect(long[1]).toEqual({ unit: 'year', from: '2004-01-01', to: '2004-12-31' });
});
