import { SHARED_FOR } from '../../domain/postMortem/access';
import type { DynamoDb } from '../dynamodb';
import { followLists } from '../membership/follow';
import type { Memberships, ReadDocument } from '../membership/records';
import { type RoundKept, roundIn } from './round';

export interface RepairCollaborators extends RoundKept {
  /** The next shared post-mortems after a key, and where to go on. */
  shared(after: object | undefined): Promise<{ ids: string[]; next?: object }>;
  document: ReadDocument;
  memberships: Memberships;
  now: () => Date;
}

/** A round a day: what a stream could not deliver for a whole day is lost to it. */
const REST_MS = 24 * 3_600_000;

/**
 * Looks at some of the post-mortems, and makes the memberships that are missing: those shared before there were
 * any, and those of a change whose record in the stream was given up. Each call goes on where the last one ended;
 * one that dies is done again.
 */
export async function repairMemberships(with_: RepairCollaborators): Promise<void> {
  const { next: from, finishedAt } = await with_.round();
  const isResting = finishedAt !== undefined && with_.now().getTime() - Date.parse(finishedAt) < REST_MS;
  if (from === undefined && isResting) return;
  const { ids, next } = await with_.shared(from);
  for (const id of ids) await followLists(id, await with_.document(id), with_.memberships);
  await with_.remember(
    next === undefined
      ? { finishedAt: with_.now().toISOString() }
      : { next, ...(finishedAt !== undefined && { finishedAt }) },
  );
}

/** Post-mortems that a call looks at: each that is shared costs two questions. */
const AT_ONCE = 100;

const LISTS = SHARED_FOR.map(({ list }) => list);
type StoredLists = Partial<Record<string, { S?: string; L?: object[] }>>;
const isShared = (item: StoredLists) => LISTS.some((list) => (item[list]?.L ?? []).length > 0);

/** The round and the post-mortems, in their tables. */
export function repairIn(
  tables: { postMortems: string; upkeep: string },
  dynamoDb: DynamoDb,
): Pick<RepairCollaborators, 'shared' | 'round' | 'remember'> {
  return {
    shared: async (after) => {
      type Page = { Items: StoredLists[]; LastEvaluatedKey?: object };
      const page = await dynamoDb<Page>('Scan', {
        TableName: tables.postMortems,
        Limit: AT_ONCE,
        ExclusiveStartKey: after,
        ProjectionExpression: ['id', ...LISTS].join(', '),
      });
      const ids = page.Items.filter(isShared).flatMap(({ id }) => id?.S ?? []);
      return { ids, ...(page.LastEvaluatedKey && { next: page.LastEvaluatedKey }) };
    },
    ...roundIn(tables.upkeep, 'repair of memberships', dynamoDb),
  };
}
