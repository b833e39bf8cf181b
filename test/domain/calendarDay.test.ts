import { calendarDay, isDay } from '../../domain/calendarDay';
import fc from '../properties';

it('tells the day of a moment where the reader is', () => {
  expect(calendarDay('2026-02-28T23:30:00Z', 'UTC')).toBe('2026-02-28');
  expect(calendarDay('2026-02-28T23:30:00Z', 'Europe/Rome')).toBe('2026-03-01');
  expect(calendarDay('2026-03-01T01:00:00+02:00', 'America/New_York')).toBe('2026-02-28');
  expect(calendarDay('2024-02-29T12:00:00Z', 'Asia/Tokyo')).toBe('2024-02-29');
});

it('places no moment that a calendar of four digits does not hold', () => {
  for (const moment of [
    null,
    '',
    'soon',
    '+012026-01-01T00:00:00Z',
    '0045-01-01T00:00:00Z',
    '-000001-01-01T00:00:00Z',
  ])
    expect(calendarDay(moment, 'Europe/Rome')).toBeNull();
});

it('whatever it tells is a day of the calendar', () => {
  const zones = fc.constantFrom('UTC', 'Pacific/Kiritimati', 'America/St_Johns', 'Europe/Rome');
  fc.assert(
    fc.property(fc.date(), zones, (date, zone) => {
      const day = Number.isNaN(date.getTime()) ? null : calendarDay(date.toISOString(), zone);
      expect(day === null || isDay(day)).toBe(true);
    }),
  );
});

it('knows the days that there are', () => {
  expect(['2024-02-29', '2026-12-31'].every(isDay)).toBe(true);
  for (const text of ['2026-02-29', '2026-2-1', '2026-13-01', '', 'x', '2026-03-01T00:00'])
    expect(isDay(text)).toBe(false);
});
