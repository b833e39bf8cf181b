import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { signedGraphql } from '../appsync';
import { required } from '../environment';
import { documentThrough, membershipsThrough } from '../membership/records';
import { startRunThrough } from '../start/run';
import { forgetCommentsIn, forgetCommentsOf } from './comments';
import { findExecutionThrough } from './executions';
import { forgetRunsOf, type StreamRecord } from './forget';
import { runsThrough } from './records';
import { followShared } from './shared';
import { sweep } from './sweep';

const enhanceArn = required('ENHANCE_ARN');
const graphql = signedGraphql(required('GRAPHQL_URL'));
const runs = runsThrough(graphql);
const forgetComments = forgetCommentsIn(new DynamoDBClient({ maxAttempts: 3 }), required('COMMENTS_TABLE'));

/** Called by a schedule, without records, and by the stream of the post-mortems, with some. */
export const handler = async ({ Records: records }: { Records?: StreamRecord[] } = {}): Promise<void> => {
  if (records) {
    await followShared(records, documentThrough(graphql), membershipsThrough(graphql));
    await forgetCommentsOf(records, runs, forgetComments);
    return forgetRunsOf(records, runs);
  }
  return sweep({
    runs,
    findExecution: findExecutionThrough(enhanceArn),
    startRun: startRunThrough(enhanceArn),
    now: () => new Date(),
    warn: (message, error) => console.warn(JSON.stringify({ level: 'WARN', message, error: String(error) })),
  });
};
