import { AGES, ageInDays, ageOf } from '../../../domain/actions/age';
import { filterActions, openActionsOf } from '../../../domain/actions/openActions';
import fc from '../../properties';

const TODAY = '2026-03-10';

test('an action is as old as its post-mortem, by calendar days where the reader is', () => {
  expect(ageInDays('2026-03-10T12:00:00Z', TODAY, 'UTC')).toBe(0);
  expect(ageInDays('2026-03-09T23:30:00Z', TODAY, 'UTC')).toBe(1);
  expect(ageInDays('2026-03-09T23:30:00Z', TODAY, 'Europe/Rome')).toBe(0);
  expect(ageInDays('2024-02-29T12:00:00Z', '2024-03-01', 'UTC')).toBe(1);
  // The clocks went forward on the 8th.
  expect(ageInDays('2026-03-07T12:00:00Z', TODAY, 'America/New_York')).toBe(3);
});

test('an age that nobody can know is not told', () => {
  for (const begun of [
    '',
    'soon',
    '1970-01-01T00:00:00.000Z',
    '2026-03-12T00:00:00Z',
    '+012026-01-01T00:00:00Z',
  ])
    expect(ageOf(ageInDays(begun, TODAY, 'UTC'))).toBe('unknown');
});

test('every age belongs to one of the ages, the older to the later', () => {
  expect([0, 7, 8, 30, 31, 365, 366].map(ageOf)).toEqual([
    'week',
    'week',
    'month',
    'month',
    'quarter',
    'year',
    'older',
  ]);
  const rank = (days: number) => AGES.findIndex(({ id }) => id === ageOf(days));
  fc.assert(
    fc.property(fc.nat(5_000), fc.nat(5_000), (one, other) => {
      expect(one <= other ? rank(one) <= rank(other) : rank(one) >= rank(other)).toBe(true);
    }),
  );
});

test('open actions are filtered by their age', () => {
  const listing = (id: string, createdAt: string) => ({
    ...{
      id,
      title: id,
      severity: 'SEV2' as const,
      status: 'DRAFT' as const,
      owner: 'me',
      editors: [],
      createdAt,
    },
    actionItems: [{ text: id, owner: '', dueDate: '', done: false }],
  });
  const actions = openActionsOf(
    [listing('new', '2026-03-09T12:00:00Z'), listing('old', '2024-03-09T12:00:00Z'), listing('odd', 'soon')],
    'me',
    TODAY,
    'UTC',
  );
  const aged = (age: string) =>
    filterActions(actions, { owner: '', type: '', priority: '', age }).map(({ title }) => title);
  expect(aged('')).toEqual(['new', 'old', 'odd']);
  expect([aged('week'), aged('older'), aged('unknown'), aged('month')]).toEqual([
    ['new'],
    ['old'],
    ['odd'],
    [],
  ]);
});
