import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { required } from '../environment';
import { keeperOf } from '../indexKeeper';
import { catchUp } from './catchUp';
import { followChanges } from './follow';
import { indexIn } from './store';

const store = indexIn(new DynamoDBClient({ maxAttempts: 5 }), {
  postMortems: required('POST_MORTEMS_TABLE'),
  entries: required('SEARCH_ENTRIES_TABLE'),
});

/** Keeps the index of words. `npm run reindex` makes it anew. */
export const handler = keeperOf({
  follow: (records) => followChanges(records, store),
  catchUp: (options) => catchUp(store, options),
});
