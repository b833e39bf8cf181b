import { checkFacts } from '../../../domain/facts';

const found = (source: string, draft: string) => Object.values(checkFacts(source, draft)).flat();

/** Notes, and how a good writer tells them: nothing in it is an invention, a loss or another statement. */
test.each([
  [
    'alarm fired. deploy was green. canary was green. rollback 10:25.',
    'The deploy was rolled back at 10:25.',
  ],
  ['0 events lost', 'No events were lost.'],
  ['clients mounted hard w/o intr hung', 'Clients mounted hard without intr hung.'],
  ['thought it was the payment gw first', 'The payment gateway was thought of first.'],
  ['retention was 7d', 'Retention was set to 7 days.'],
  ['9% of page views had broken imgs', '9% of page views had broken images.'],
  ['model v12 promoted tue 14:00 by pipeline', 'Model v12 was promoted by the pipeline on Tuesday at 14:00.'],
])('notes told well are no finding: %s → %s', (source, draft) => {
  expect(found(source, draft)).toEqual([]);
});

test.each([
  ['alarm fired 9:58. rollback 10:25.', 'The database was rolled back at 10:25.'],
  ['the lag fell overnight', 'The lag rose overnight.'],
  ['The lag shrank overnight.', 'The lag grew overnight.'],
  ['0 orders were lost', 'Orders were lost.'],
  ['thought it was the payment gw first', 'The firewall was suspected first.'],
  [
    'Probably a container had used up the memory, as builds had no limits. It was found by hand. Probably a container had used up the memory, as builds had no limits.',
    'Probably a container had used up the memory, as builds had no limits. It was found by hand. A container had used up the memory, as builds had no limits.',
  ],
])('and another thing, direction, part of a system or certainty is one: %s → %s', (source, draft) => {
  expect(found(source, draft)).not.toEqual([]);
});
