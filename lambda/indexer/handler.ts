import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { required } from '../environment';
import { catchUp, type Progress } from './catchUp';
import { followChanges, type StreamRecord } from './follow';
import { indexIn } from './store';

const store = indexIn(new DynamoDBClient({ maxAttempts: 5 }), {
  postMortems: required('POST_MORTEMS_TABLE'),
  entries: required('SEARCH_ENTRIES_TABLE'),
});

/** Well within its timeout. */
const PATIENCE_MS = 200_000;

interface Event {
  Records?: StreamRecord[];
  /** Asked for by `npm run reindex`: from the beginning, whatever was done before. */
  rebuild?: boolean;
}

/** Called by the stream of the post-mortems, by a schedule, and by whoever wants the index made anew. */
export const handler = async ({
  Records: records,
  rebuild = false,
}: Event): Promise<Progress | undefined> => {
  if (records) {
    await followChanges(records, store);
    return undefined;
  }
  const until = Date.now() + PATIENCE_MS;
  return catchUp(store, { rebuild, hasTime: () => Date.now() < until });
};
