import { amplifyActions } from '../../../../src/data/amplify/actionStore';
import { requestList } from '../../../../src/data/amplify/graphql';
import { amplifyOwnData } from '../../../../src/data/amplify/ownDataStore';
import { NotFoundOrNotYoursError } from '../../../../src/data/errors';
import { answering } from './endpoint';

const LIST = 'query All { all { id } }';
const broken = { message: 'Cannot return null for non-nullable type', path: ['all', 1, 'id'] };

afterEach(() => jest.restoreAllMocks());

describe('a list with a record that breaks the schema', () => {
  it('gives the others, and says how many cannot be read', async () => {
    answering(() => ({ data: { all: [{ id: 'a' }, null, { id: 'c' }] }, errors: [broken] }));
    expect(await requestList(LIST, {})).toEqual({ items: [{ id: 'a' }, { id: 'c' }], unreadable: 1 });
  });

  it('is a failure where there is no list at all, and where the error is not of a record', async () => {
    const refused = { message: 'Not Authorized', errorType: 'Unauthorized' };
    answering(() => ({ data: { all: null }, errors: [refused] }));
    await expect(requestList(LIST, {})).rejects.toBeInstanceOf(NotFoundOrNotYoursError);
    answering(() => ({ data: { all: [{ id: 'a' }] }, errors: [refused] }));
    await expect(requestList(LIST, {})).rejects.toBeInstanceOf(NotFoundOrNotYoursError);
  });
});

it('of one’s own data a record that breaks the schema is not passed over', async () => {
  answering(() => ({ data: { answersByOwner: { items: [{ id: 'a' }, null] } }, errors: [broken] }));
  expect(await amplifyOwnData.answers('me')).toEqual([{ id: 'a' }, { cannotBeRead: expect.any(String) }]);
});

it('actions say how many post-mortems are missing because they break the schema', async () => {
  const page = { items: [{ id: 'a', actionItems: [] }, null], nextToken: null };
  answering(({ query }) => ({ data: { [/\{\s*(\w+)/.exec(query)?.[1] ?? '']: page }, errors: [broken] }));
  expect(await amplifyActions.list('me')).toMatchObject({
    listings: [{ id: 'a' }],
    isWhole: true,
    unreadable: 1,
  });
});
