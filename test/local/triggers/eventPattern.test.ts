import { type EventPattern, fitsPattern } from '../../../local/triggers/eventPattern';

const event = {
  eventName: 'MODIFY',
  dynamodb: { NewImage: { status: { S: 'FINAL' }, revision: { N: '3' } }, Keys: { id: { S: 'pm-1' } } },
};

test.each<[EventPattern, boolean]>([
  [{}, true],
  [{ eventName: ['MODIFY'] }, true],
  [{ eventName: ['INSERT', 'MODIFY'] }, true],
  [{ eventName: ['REMOVE'] }, false],
  [{ eventName: ['MODIFY'], dynamodb: { NewImage: { status: { S: ['FINAL'] } } } }, true],
  [{ eventName: ['MODIFY'], dynamodb: { NewImage: { status: { S: ['DRAFT'] } } } }, false],
  [{ dynamodb: { OldImage: { status: { S: ['DRAFT'] } } } }, false],
  [{ dynamodb: { NewImage: { title: { S: [{ exists: false }] } } } }, true],
  [{ dynamodb: { NewImage: { status: { S: [{ exists: true }] } } } }, true],
  [{ dynamodb: { Keys: { id: { S: [{ prefix: 'pm-' }] } } } }, true],
  [{ dynamodb: { Keys: { id: { S: [{ suffix: '-2' }] } } } }, false],
  [{ dynamodb: { NewImage: { status: { S: [{ 'anything-but': ['DRAFT'] }] } } } }, true],
  [{ dynamodb: { NewImage: { status: { S: [{ 'equals-ignore-case': 'final' }] } } } }, true],
])('a filter lets through what AWS lets through: %j → %s', (pattern, fits) => {
  expect(fitsPattern(event, pattern)).toBe(fits);
});

test('a comparison that is not served is refused by name rather than guessed', () => {
  expect(() => fitsPattern(event, { eventName: [{ wildcard: 'M*' }] })).toThrow(
    'Event filters with wildcard are not served locally.',
  );
});
