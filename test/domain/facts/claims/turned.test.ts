import { EQUAL_LATER, FAITHFUL_LATER, TURNED_LATER } from '../../../../bench/turned/later';
import { FAITHFUL_SEEN, TURNED_SEEN } from '../../../../bench/turned/seen';
import { checkFacts } from '../../../../domain/facts';
import type { Finding } from '../../../../domain/facts/finding';

const TURNED = new Set(['word', 'quantifier', 'direction', 'order', 'roles', 'negation']);
const found = (source: string, draft: string): Finding[] => Object.values(checkFacts(source, draft)).flat();
const turned = (source: string, draft: string): Finding[] =>
  checkFacts(source, draft).claims.filter(({ kind }) => TURNED.has(kind));

test.each(TURNED_SEEN)('a statement turned round is marked: %s → %s', (source, draft) => {
  expect(found(source, draft)).not.toEqual([]);
});

test.each(FAITHFUL_SEEN)('the same in other words is not: %s → %s', (source, draft) => {
  expect(found(source, draft)).toEqual([]);
});

const MISSED = 'A user reported the blank page on the forum.';
test.each(TURNED_LATER.filter(([source]) => source !== MISSED))(
  'is marked, too: %s → %s',
  (source, draft) => {
    expect(found(source, draft)).not.toEqual([]);
  },
);

test.each([...FAITHFUL_LATER, ...EQUAL_LATER])('is not, either: %s → %s', (source, draft) => {
  expect(found(source, draft)).toEqual([]);
});

test('who is logged out in a loop is not logged in, although both little words stand there', () => {
  const source = 'sessions were gone, users logged out in a loop. 08:21 good';
  expect(turned(source, 'Sessions were gone. Users logged out in a loop. At 08:21, good.')).toEqual([]);
  expect(turned(source, 'Sessions were gone, users logged in in a loop.')).not.toEqual([]);
});

test('a quantity is compared where both sentences deny the same, and not where one denies it', () => {
  const source = 'Some tenants could not log in.';
  expect(turned(source, 'All tenants could not log in.')).toMatchObject([{ kind: 'quantifier' }]);
  expect(turned(source, 'Not all tenants could log in.')).toEqual([]);
});

describe('a finding names the author’s word', () => {
  test.each([
    [
      'The leak was reported by a tester.',
      'The leak was reported by monitoring.',
      'word',
      'monitoring',
      'tester',
    ],
    ['The limit is temporary.', 'The limit is permanent.', 'word', 'permanent', 'temporary'],
    ['Half of the shops were closed.', 'All of the shops were closed.', 'quantifier', 'All', 'half'],
    ['Logins rarely failed.', 'Logins often failed.', 'quantifier', 'often', 'rarely'],
    ['The pool shrank to 4 nodes.', 'The pool shrank by 4 nodes.', 'direction', 'by', 'to'],
    ['The valve was left on.', 'The valve was left off.', 'direction', 'off', 'on'],
    ['Only the cache was moved.', 'The cache was moved.', 'quantifier', 'cache', 'only cache'],
  ])('%s → %s', (source, draft, kind, value, instead) => {
    expect(turned(source, draft)).toMatchObject([{ kind, value, instead }]);
  });

  test.each([
    ['We paused the queue before the failover.', 'We paused the queue after the failover.', 'order'],
    ['The crawler flooded the index.', 'The index flooded the crawler.', 'roles'],
    ['The router failed, the switch was fine.', 'The switch failed, the router was fine.', 'roles'],
    ['Search peaked at 10 % and Login at 40 %.', 'Login peaked at 10 % and Search at 40 %.', 'roles'],
    [
      'The lock was caused by the job, not by the user.',
      'The lock was caused by the user, not by the job.',
      'negation',
    ],
  ])('or his whole sentence: %s → %s', (source, draft, kind) => {
    expect(turned(source, draft)).toMatchObject([{ kind }]);
  });
});

test('a finding is soft where anything else differs, and hard where nothing does', () => {
  const source = 'The pump was stopped before the valve was closed.';
  expect(turned(source, 'The pump was stopped after the valve was closed.')).toMatchObject([
    { severity: 'hard' },
  ]);
  expect(turned(source, 'The pump was quietly stopped after the valve was closed.')).toMatchObject([
    { severity: 'soft' },
  ]);
});

test('what another sentence of the author’s says is not turned round', () => {
  const source = 'The primary failed at night. The replica failed in the morning.';
  expect(turned(source, 'The replica failed in the morning. The primary failed at night.')).toEqual([]);
});

test('a question in a draft turns nothing round', () => {
  expect(turned('The valve was open.', 'Was the valve closed? [TODO: was the valve closed]')).toEqual([]);
});
