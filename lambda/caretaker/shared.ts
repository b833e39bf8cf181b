import { LISTED_FIELDS } from '../../domain/postMortem/fields';
import { followLists } from '../membership/follow';
import type { Memberships, ReadDocument } from '../membership/records';
import type { StreamRecord } from './forget';

/** What of a record the memberships are made of. */
const FOLLOWED = [
  'editors',
  'commenters',
  'readers',
  'owner',
  'savedBy',
  ...LISTED_FIELDS.map(({ id }) => id),
];
const LISTS = ['editors', 'commenters', 'readers'];

/**
 * Lets the memberships follow every post-mortem whose people, or whose line in a list, has changed, whoever changed
 * it and with which client. Read as it is now, so that records that come late or twice do no harm.
 */
export async function followShared(
  records: readonly StreamRecord[],
  document: ReadDocument,
  memberships: Memberships,
): Promise<void> {
  const ids = records.filter(concernsMembers).flatMap(({ dynamodb }) => dynamodb?.Keys?.id?.S ?? []);
  for (const id of new Set(ids)) await followLists(id, await document(id), memberships);
}

function concernsMembers({ eventName, dynamodb = {} }: StreamRecord): boolean {
  // What lay in the bin has records and no people.
  if (eventName === 'REMOVE') return true;
  const { OldImage: before = {}, NewImage: after = {} } = dynamodb;
  const hasPeople = LISTS.some((list) => !isEmpty(before[list]) || !isEmpty(after[list]));
  return (
    hasPeople && FOLLOWED.some((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
  );
}

const isEmpty = (list: { L?: unknown[] } | undefined): boolean => (list?.L ?? []).length === 0;
