import { checkFacts } from '../../../../domain/facts';

const hard = (source: string, draft: string) =>
  checkFacts(source, draft).hedges.filter(({ severity }) => severity === 'hard');

it.each([
  ['We suspect the pool size.', 'The cause was the pool size.'],
  ['Probably the new kernel.', 'The outage was caused by the new kernel.'],
  ['Possibly a bad disk.', 'The failure was due to a bad disk.'],
])('a bare suspicion that is stated as the cause is found: %s', (suspicion, asserted) => {
  const source = `The db fell over at 14:02. ${suspicion} Failover took 9 min.`;
  const draft = `The db fell over at 14:02. ${asserted} Failover took 9 min.`;
  expect(hard(source, draft)).toMatchObject([{ kind: 'hedge', value: asserted, instead: suspicion }]);
});

it.each([
  ['We suspect the pool size.', 'We suspect that the pool size was the cause.'],
  ['We suspect the pool size.', 'The cause may have been the pool size.'],
  ['We suspect the pool size.', 'Was the pool size the cause?'],
  ['We suspect the pool size. It was the pool size.', 'The cause was the pool size.'],
])('a suspicion that stays one, or was settled by the author, is none: %s → %s', (source, draft) => {
  expect(hard(source, draft)).toEqual([]);
});

it('a lead-in above a list loses no doubt of the items below it', () => {
  const items = '- First detected 2023-01-04 (Time TBC)\n- Incident declared: 2022-01-05 08:56';
  expect(hard(items, `**Detection:**\n\n${items}`)).toEqual([]);
});
