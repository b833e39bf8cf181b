import { postMortemsIn } from '../../../lambda/caretaker/records';
import type { DynamoDb } from '../../../lambda/dynamodb';
import { sharingIn } from '../../../lambda/membership/stored';
import { itemOf } from '../../../lambda/plainValue';

const TABLES = { postMortems: 'post-mortems', memberships: 'memberships' };
const DOCUMENT = {
  ...{ id: 'pm', __typename: 'PostMortem', title: 'Down', severity: 'SEV1', status: 'DRAFT', owner: 'ann' },
  ...{ editors: ['ben'], commenters: null, summary: 'Long.', revision: 4, tags: ['dns'] },
  savedBy: { name: 'ann@example.com', id: 'ann' },
};
const MEMBER = {
  ...{ postMortemId: 'pm', person: 'ben', name: 'ben@example.com', role: 'EDITOR', owner: 'ann' },
  ...{ sharedAt: '2026-03-04T12:00:00.000Z', title: 'Down', severity: 'SEV1', status: 'DRAFT' },
  ...{ tags: ['dns'], savedBy: { id: 'ann', name: 'ann@example.com' } },
};

/** A table of which every copy but the first is late: only a consistent read sees what is written. */
const late: DynamoDb = async <Answer>(operation: string, request: object) => {
  const { TableName, ConsistentRead } = request as { TableName: string; ConsistentRead?: boolean };
  const item = itemOf(TableName === TABLES.postMortems ? DOCUMENT : MEMBER);
  const seen = ConsistentRead ? item : undefined;
  return (operation === 'Query' ? { Items: seen ? [seen] : [] } : { Item: seen }) as Answer;
};

test('what follows a change reads what was just written, of the document and of whom it is shared with', async () => {
  const { document, of } = sharingIn(TABLES, late);
  const listed = {
    ...{ title: 'Down', severity: 'SEV1', status: 'DRAFT', service: null, tags: ['dns'], owner: 'ann' },
    ...{ startedAt: null, detectedAt: null, mitigatedAt: null, resolvedAt: null },
    savedBy: { id: 'ann', name: 'ann@example.com' },
  };
  expect(await document('pm')).toEqual({
    ...{ owner: 'ann', lists: { editors: ['ben'], commenters: [], readers: [] }, revision: 4 },
    listed,
  });
  const [member] = await of('pm');
  const { person, name, role, sharedAt } = MEMBER;
  expect(member).toEqual({ person, name, role, sharedAt, listed });
  // Compared as text, so the order of what they hold counts.
  expect(JSON.stringify(member?.listed)).toBe(JSON.stringify((await document('pm'))?.listed));
});

test('nothing of a post-mortem that was brought back a moment ago is forgotten', async () => {
  expect(await postMortemsIn(TABLES.postMortems, late).postMortemExists('pm')).toBe(true);
});

test('a document that is gone is told as gone', async () => {
  const empty: DynamoDb = async <Answer>() => ({}) as Answer;
  expect(await sharingIn(TABLES, empty).document('pm')).toBeUndefined();
  expect(await sharingIn(TABLES, empty).of('pm')).toEqual([]);
  expect(await postMortemsIn(TABLES.postMortems, empty).postMortemExists('pm')).toBe(false);
});
