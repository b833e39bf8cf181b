import { toDynamoDbExpression } from '../../../local/appsync/filterExpression';
import {
  checkSubscriptionFilter,
  passesFilter,
  toSubscriptionFilter,
} from '../../../local/appsync/subscriptionFilter';

/** An expression with its placeholders filled in again. */
function readable(filter: object): string {
  const { expression, expressionNames, expressionValues } = toDynamoDbExpression(filter as never);
  const values = Object.entries(expressionValues).sort(([one], [other]) => other.length - one.length);
  const named = Object.entries(expressionNames).reduce(
    (text, [key, name]) => text.replaceAll(key, name),
    expression,
  );
  return values.reduce(
    (text, [key, value]) => text.replaceAll(key, JSON.stringify(Object.values(value)[0])),
    named,
  );
}

test.each<[object, string]>([
  [{ title: { eq: 'a' } }, 'title = "a"'],
  [{ title: { ne: 'a', beginsWith: 'b' } }, 'title <> "a" AND begins_with(title, "b")'],
  [{ score: { between: [1, 5] } }, 'score BETWEEN "1" AND "5"'],
  [{ status: { in: ['a', 'b'] } }, 'status IN ("a", "b")'],
  [
    { tags: { contains: 'a' }, team: { notContains: 'b' } },
    'contains(tags, "a") AND NOT contains(team, "b")',
  ],
  [{ team: { attributeExists: false } }, 'attribute_not_exists(team)'],
  [{ team: { attributeType: 'string' } }, 'attribute_type(team, "S")'],
  [{ title: { size: { ge: 3, between: [1, 2] } } }, 'size(title) >= "3" AND size(title) BETWEEN "1" AND "2"'],
  [{ or: [{ a: { eq: 1 } }, { b: { eq: 2 } }] }, 'a = "1" OR b = "2"'],
  [
    { and: [{ or: [{ a: { eq: 1 } }, { b: { eq: 2 } }] }, { c: { eq: 3 } }] },
    '(a = "1" OR b = "2") AND c = "3"',
  ],
  [{ not: { a: { eq: 1 }, b: { eq: 2 } } }, 'NOT (a = "1" AND b = "2")'],
  [{ and: [{}, { a: null }] }, ''],
])('the filter %j asks the table for %s', (filter, expression) => {
  expect(readable(filter)).toBe(expression);
});

test('an operator that DynamoDB does not have is refused by name', () => {
  expect(() => toDynamoDbExpression({ title: { like: 'a' } })).toThrow(/filter operator like on title/);
});

test('a filter of 20,000 conditions is refused as DynamoDB does, however they are joined', () => {
  const many = Array.from({ length: 20_000 }, (_, index) => ({ title: { eq: `t${index}` } }));
  const values = Array.from({ length: 20_000 }, (_, index) => `t${index}`);
  for (const filter of [{ or: many }, { and: [{ not: { or: many } }] }, { title: { in: values } }])
    expect(() => toDynamoDbExpression(filter as never)).toThrow(
      expect.objectContaining({
        errorType: 'DynamoDB:ValidationException',
        message: expect.stringContaining('Expression size has exceeded the maximum allowed size of 4096'),
      }),
    );
  expect(toDynamoDbExpression({ or: many.slice(0, 100) }).expression.length).toBeLessThan(4096);
});

describe('a subscription filter', () => {
  const passes = (filter: object, payload: Record<string, unknown>) =>
    passesFilter(payload, toSubscriptionFilter(filter));

  test('spreads nested choices out, as AppSync groups them', () => {
    const owners = { or: [{ owner: { eq: 'ada' } }, { editors: { contains: 'ada' } }] };
    expect(toSubscriptionFilter({ and: [owners, { status: { eq: 'draft' } }] })).toEqual({
      filterGroup: [
        {
          filters: [
            { fieldName: 'owner', operator: 'eq', value: 'ada' },
            { fieldName: 'status', operator: 'eq', value: 'draft' },
          ],
        },
        {
          filters: [
            { fieldName: 'editors', operator: 'contains', value: 'ada' },
            { fieldName: 'status', operator: 'eq', value: 'draft' },
          ],
        },
      ],
    });
  });

  test.each<[string, unknown, unknown, boolean]>([
    ['eq', 'a', 'a', true],
    ['eq', 'a', 'b', false],
    ['ne', 'a', 'b', true],
    ['lt', 5, 4, true],
    ['le', 5, 5, true],
    ['gt', 5, 5, false],
    ['ge', 5, 5, true],
    ['contains', 'a', ['a', 'b'], true],
    ['contains', 'bc', 'abcd', true],
    ['notContains', 'a', ['a'], false],
    ['containsAny', ['x', 'a'], ['a'], true],
    ['beginsWith', 'ab', 'abc', true],
    ['in', ['a', 'b'], 'b', true],
    ['notIn', ['a', 'b'], 'b', false],
    ['between', [1, 3], 2, true],
  ])('%s %j lets %j through: %s', (operator, expected, actual, passed) => {
    expect(passes({ field: { [operator]: expected } }, { field: actual })).toBe(passed);
  });

  test('never lets through what the mutation did not select, nor an empty choice', () => {
    expect(passes({ owner: { ne: 'ada' } }, {})).toBe(false);
    expect(passes({ owner: { eq: 'ada' } }, { owner: null })).toBe(false);
    expect(passes({ or: [] }, { owner: 'ada' })).toBe(false);
  });

  test('with an unknown operator, or with too many alternatives, is refused', () => {
    expect(() => toSubscriptionFilter({ title: { like: 'a' } })).toThrow(/operator like/);
    expect(() => toSubscriptionFilter({ title: { constructor: 'a' } })).toThrow(/operator constructor/);
    const filters = [{ fieldName: 'a', operator: 'like', value: 1 }];
    expect(() => checkSubscriptionFilter({ filterGroup: [{ filters }] })).toThrow(/operator like/);
    const choice = { or: Array.from({ length: 11 }, (_, index) => ({ a: { eq: index } })) };
    expect(() => toSubscriptionFilter({ and: [choice, choice, choice] })).toThrow(/that many alternatives/);
    const many = Array.from({ length: 20_000 }, () => ({ title: { eq: 'a' } }));
    expect(() => toSubscriptionFilter({ and: many })).toThrow(/that many conditions/);
  });
});
