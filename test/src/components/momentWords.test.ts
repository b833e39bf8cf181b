import { clocksOf } from '../../../src/components/momentWords';

it.each([
  ['2026-03-04T15:02:00+01:00', 'Europe/Rome', 'Europe/London', '4 Mar 2026, 15:02 Europe/Rome', '14:02'],
  ['2026-03-04T15:02:11+01:00', undefined, 'UTC', '4 Mar 2026, 15:02:11 +01:00', '14:02:11'],
  ['2026-12-31T23:30:00-05:00', 'EST', 'Asia/Tokyo', '31 Dec 2026, 23:30 EST', '1 Jan 2027, 13:30'],
  ['2026-03-04T00:05:00+00:00', 'UTC', 'America/New_York', '4 Mar 2026, 00:05 UTC', '3 Mar 2026, 19:05'],
  ['2026-07-04T15:02:00+02:00', 'CEST', 'Europe/Rome', '4 Jul 2026, 15:02 CEST', null],
  ['2028-02-29T12:00:00Z', undefined, 'Asia/Kolkata', '29 Feb 2028, 12:00 UTC', '17:30'],
])('%s in %s is told to a reader in %s', (moment, zone, hereZone, told, here) => {
  expect(clocksOf(moment, zone, hereZone)).toEqual({ told, here });
});

it.each(['', 'then', '2026-03-04', '2026-02-31T10:00:00', '2026-03-04T15:02:00'])(
  '“%s” is no certain moment, and nothing is told of it',
  (moment) => {
    expect(clocksOf(moment, 'UTC', 'UTC')).toBeNull();
  },
);
