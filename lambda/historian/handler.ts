import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { required } from '../environment';
import { record, type StreamRecord } from './record';
import { storeIn } from './store';

const store = storeIn(new DynamoDBClient({ maxAttempts: 3 }), {
  postMortems: required('POST_MORTEMS_TABLE'),
  revisions: required('REVISIONS_TABLE'),
});

/** Called by the stream of the post-mortems. */
export const handler = ({ Records: records }: { Records: StreamRecord[] }): Promise<void> =>
  record(records, store);
