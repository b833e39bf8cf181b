import { checkFacts } from '../../../domain/facts';

const found = (source: string, draft: string) => Object.values(checkFacts(source, draft)).flat();
const hard = (source: string, draft: string) =>
  found(source, draft).filter(({ severity }) => severity === 'hard');

/** What rules that spare faithful drafts must not spare. */
test.each([
  [
    '10:00 paged db team. 10:30 db team joined. 10:45 fixed by db team',
    '10:30 paged db team. 10:00 db team joined. 10:45 fixed by db team',
  ],
  [
    'Down Monday from 10:00 to 11:00. Down Tuesday from 12:00 to 13:00.',
    'Down Monday from 12:00 to 13:00. Down Tuesday from 10:00 to 11:00.',
  ],
  ['first down 10:00. first up 10:20', 'first down 10:20. first up 10:00'],
])('times that changed places between statements alike: %s → %s', (source, draft) => {
  expect(hard(source, draft)).not.toEqual([]);
});

test.each([
  ['Capacity was cut by four.', 'Capacity was cut by 16:00.'],
  ['Workers were scaled by two.', 'Workers were scaled by 14:00.'],
  ['Usage was 95 % versus 4 cores.', 'Usage was 95 % versus 4 %.'],
  ['Failures rose to 5 % compared to 300 requests.', 'Failures rose to 5 % compared to 300 %.'],
])('an amount that became a time or a share: %s → %s', (source, draft) => {
  expect(hard(source, draft)).not.toEqual([]);
});

test.each([
  ['Memory went down after the restart of node 3.', 'Memory grew after the restart of node 3.'],
  ['Orders went down by half.', 'Orders rose by half.'],
  ['rollback 10:25. gateway broken. db slow, schema old', 'We rolled back the schema.'],
  ['deploy 10:25. gateway broken. payments table locked', 'We deployed the payments table.'],
  ['Oncall was asleep. Requests timed out.', 'Oncall timed out. Requests were asleep.'],
  [
    'Cards were charged twice, we think; refunds went out on Monday.',
    'Cards were charged twice. Refunds went out on Monday, we think.',
  ],
  ['kim broke it, why? unclear', 'Kim broke it.'],
])('another direction, thing, doer or certainty: %s → %s', (source, draft) => {
  expect(found(source, draft)).not.toEqual([]);
});

test.each([
  ['Pods were restarted one by one.', 'Pods were restarted individually.'],
  ['20 of 31 may lose data', '20 of 31 might lose data.'],
  ['pods bricked? no. all fine.', 'Pods bricked? No. All fine.'],
  ['delivered 99.2 in may', 'Delivered 99.2 in May.'],
  ['Zero downtime deploy at 10:00', 'Zero-downtime deploy at 10:00.'],
  ['she said w/o.', 'She said without.'],
])('and what is the same is not: %s → %s', (source, draft) => {
  expect(hard(source, draft)).toEqual([]);
});
