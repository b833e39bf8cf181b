import { nextTime } from '../../../local/triggers/scheduleExpression';

const after = Date.parse('2026-11-28T23:01:30Z');
const next = (expression: string, timezone = 'UTC') => {
  const time = nextTime({ expression, timezone }, after);
  return time === undefined ? undefined : new Date(time).toISOString();
};

test.each([
  ['rate(5 minutes)', '2026-11-28T23:06:30.000Z'],
  ['rate(1 hour)', '2026-11-29T00:01:30.000Z'],
  ['rate(7 days)', '2026-12-05T23:01:30.000Z'],
  ['cron(*/5 * * * ? *)', '2026-11-28T23:05:00.000Z'],
  ['cron(0 9 ? * MON *)', '2026-11-30T09:00:00.000Z'],
  // Weekdays are counted from Sunday = 1.
  ['cron(0 9 ? * 2 *)', '2026-11-30T09:00:00.000Z'],
  ['cron(15 10 ? * 6L *)', '2026-12-25T10:15:00.000Z'],
  ['cron(0 0 L * ? 2027)', '2027-01-31T00:00:00.000Z'],
])('a schedule of AWS is due when AWS says: %s', (expression, due) => {
  expect(next(expression)).toBe(due);
});

test('a cron expression goes by its time zone', () => {
  expect(next('cron(0 9 * * ? *)', 'Europe/Vienna')).toBe('2026-11-29T08:00:00.000Z');
});

test('a schedule in the past is never due again', () => {
  expect(next('cron(0 0 1 1 ? 2020)')).toBeUndefined();
});

test.each(['at(2026-11-20T13:00:00)', 'every 5m', 'rate(5 fortnights)', 'rate()', ''])(
  'what is no schedule is refused by its text: %j',
  (expression) => {
    expect(() => next(expression)).toThrow(`The schedule ${expression} is neither`);
  },
);
