import { signedGraphql } from '../appsync';
import { wakeUpThrough } from '../callbacks';
import { startExecutionThrough } from '../durable/startExecution';
import { dynamoDb } from '../dynamodb';
import { required } from '../environment';
import { reviewsIn } from '../humanReview/records';
import { documentThrough, membershipsThrough } from '../membership/records';
import { startRunThrough } from '../start/run';
import { warn } from '../warn';
import { openAnswersThrough, sweepAnswers } from './answers';
import { forgetCommentsIn } from './comments';
import { findExecutionThrough, stopExecutionThrough } from './executions';
import { forgetDeleted, forgetRunsIn, type StreamRecord } from './forget';
import { runsThrough } from './records';
import { repairIn, repairMemberships } from './repair';
import { forgetReviewsIn, sweepReviews } from './reviews';
import { followShared } from './shared';
import { sweep } from './sweep';

const enhanceArn = required('ENHANCE_ARN');
const reviewArn = required('REVIEW_ARN');
const assistantArn = required('ASSISTANT_ARN');
const graphql = signedGraphql(required('GRAPHQL_URL'));
const runs = runsThrough(graphql);
const table = dynamoDb();
const reviewsTable = required('REVIEWS_TABLE');
const forgets = [
  forgetCommentsIn(table, required('COMMENTS_TABLE')),
  forgetReviewsIn(table, reviewsTable),
  forgetRunsIn(runs),
];

/** Called by a schedule, without records, and by the stream of the post-mortems, with some. */
export const handler = async ({ Records: records }: { Records?: StreamRecord[] } = {}): Promise<void> => {
  if (records) {
    await followShared(records, documentThrough(graphql), membershipsThrough(graphql));
    return forgetDeleted(records, runs, ...forgets);
  }
  await repairMemberships({
    ...repairIn({ postMortems: required('POST_MORTEMS_TABLE'), upkeep: required('UPKEEP_TABLE') }, table),
    document: documentThrough(graphql),
    memberships: membershipsThrough(graphql),
    now: () => new Date(),
  }).catch((error: unknown) => warn('The memberships are looked at by the next sweep.', error));
  await sweepReviews({
    records: reviewsIn(reviewsTable, table),
    findExecution: findExecutionThrough(reviewArn),
    stopExecution: stopExecutionThrough(reviewArn),
    startReview: startExecutionThrough(reviewArn),
    wakeUp: wakeUpThrough(),
    now: () => new Date(),
    warn,
  }).catch((error: unknown) => warn('The reviews are looked at by the next sweep.', error));
  await sweepAnswers({
    ...openAnswersThrough(graphql),
    findExecution: findExecutionThrough(assistantArn),
    now: () => new Date(),
    warn,
  }).catch((error: unknown) => warn('The answers are looked at by the next sweep.', error));
  return sweep({
    runs,
    findExecution: findExecutionThrough(enhanceArn),
    startRun: startRunThrough(enhanceArn),
    now: () => new Date(),
    warn,
  });
};
