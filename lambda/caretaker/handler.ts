import { signedGraphql } from '../appsync';
import { wakeUpThrough } from '../callbacks';
import { dynamoDb } from '../dynamodb';
import { required } from '../environment';
import { reviewsIn } from '../humanReview/records';
import { documentThrough, membershipsThrough } from '../membership/records';
import { startReviewThrough } from '../reviewDesk/start';
import { startRunThrough } from '../start/run';
import { forgetCommentsIn, forgetCommentsOf } from './comments';
import { findExecutionThrough } from './executions';
import { forgetRunsOf, type StreamRecord } from './forget';
import { runsThrough } from './records';
import { repairIn, repairMemberships } from './repair';
import { forgetReviewsIn, forgetReviewsOf, sweepReviews } from './reviews';
import { followShared } from './shared';
import { sweep } from './sweep';

const enhanceArn = required('ENHANCE_ARN');
const reviewArn = required('REVIEW_ARN');
const graphql = signedGraphql(required('GRAPHQL_URL'));
const runs = runsThrough(graphql);
const table = dynamoDb();
const forgetComments = forgetCommentsIn(table, required('COMMENTS_TABLE'));

const warn = (message: string, error: unknown) =>
  console.warn(JSON.stringify({ level: 'WARN', message, error: String(error) }));

/** Called by a schedule, without records, and by the stream of the post-mortems, with some. */
export const handler = async ({ Records: records }: { Records?: StreamRecord[] } = {}): Promise<void> => {
  if (records) {
    await followShared(records, documentThrough(graphql), membershipsThrough(graphql));
    await forgetCommentsOf(records, runs, forgetComments);
    await forgetReviewsOf(records, runs, forgetReviewsIn(required('REVIEWS_TABLE'), dynamoDb()));
    return forgetRunsOf(records, runs);
  }
  await repairMemberships({
    ...repairIn({ postMortems: required('POST_MORTEMS_TABLE'), upkeep: required('UPKEEP_TABLE') }, table),
    document: documentThrough(graphql),
    memberships: membershipsThrough(graphql),
    now: () => new Date(),
  }).catch((error: unknown) => warn('The memberships are looked at by the next sweep.', error));
  await sweepReviews({
    records: reviewsIn(required('REVIEWS_TABLE'), dynamoDb()),
    findExecution: findExecutionThrough(reviewArn),
    startReview: startReviewThrough(reviewArn),
    wakeUp: wakeUpThrough(),
    now: () => new Date(),
    warn,
  }).catch((error: unknown) => warn('The reviews are looked at by the next sweep.', error));
  return sweep({
    runs,
    findExecution: findExecutionThrough(enhanceArn),
    startRun: startRunThrough(enhanceArn),
    now: () => new Date(),
    warn,
  });
};
