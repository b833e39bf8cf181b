import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { required } from '../environment';
import { answer } from './answer';
import { searchIndexIn } from './index';

const index = searchIndexIn(new DynamoDBClient({ maxAttempts: 3 }), {
  postMortems: required('POST_MORTEMS_TABLE'),
  entries: required('SEARCH_ENTRIES_TABLE'),
});

/** The Lambda function behind the queries `searchPostMortems` and `similarPostMortems`. */
export const handler = answer(index);
