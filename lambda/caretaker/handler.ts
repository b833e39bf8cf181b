import { signedGraphql } from '../appsync';
import { wakeUpThrough } from '../callbacks';
import { startExecutionThrough } from '../durable/startExecution';
import { dynamoDb } from '../dynamodb';
import { required } from '../environment';
import { documentsThrough } from '../humanReview/documents';
import { reviewsIn } from '../humanReview/records';
import { membershipsThrough } from '../membership/records';
import { sharingIn } from '../membership/stored';
import { giveBackIn } from '../review/document';
import { startRunThrough } from '../start/run';
import { warn } from '../warn';
import { openAnswersThrough, sweepAnswers } from './answers';
import { forgetCommentsIn } from './comments';
import { findExecutionThrough, stopExecutionThrough } from './executions';
import { forgetDeleted, forgetRunsIn, type StreamRecord } from './forget';
import { postMortemsIn, runsThrough } from './records';
import { repairIn, repairMemberships } from './repair';
import { forgetReviewsIn, sweepReviews } from './reviews';
import { roundIn } from './round';
import { followShared } from './shared';
import { sweep } from './sweep';

const enhanceArn = required('ENHANCE_ARN');
const reviewArn = required('REVIEW_ARN');
const assistantArn = required('ASSISTANT_ARN');
const graphql = signedGraphql(required('GRAPHQL_URL'));
const runs = runsThrough(graphql);
const table = dynamoDb();
const reviewsTable = required('REVIEWS_TABLE');
const upkeepTable = required('UPKEEP_TABLE');
const postMortems = required('POST_MORTEMS_TABLE');
const { document, of } = sharingIn({ postMortems, memberships: required('MEMBERSHIPS_TABLE') }, table);
const memberships = membershipsThrough(graphql, of);
const forgets = [
  forgetCommentsIn(table, required('COMMENTS_TABLE')),
  forgetReviewsIn(table, reviewsTable),
  forgetRunsIn(runs),
];

/** The function may take 120 s; what is begun before this is through by then. */
const MOST_MS = 90_000;

/** Called by a schedule, without records, and by the stream of the post-mortems, with some. */
export const handler = async ({ Records: records }: { Records?: StreamRecord[] } = {}): Promise<void> => {
  if (records) {
    await followShared(records, document, memberships);
    return forgetDeleted(records, postMortemsIn(postMortems, table), ...forgets);
  }
  const until = new Date(Date.now() + MOST_MS);
  await sweepAnswers({
    ...openAnswersThrough(graphql),
    findExecution: findExecutionThrough(assistantArn),
    now: () => new Date(),
    warn,
  }).catch((error: unknown) => warn('The answers are looked at by the next sweep.', error));
  try {
    await sweep({
      runs,
      findExecution: findExecutionThrough(enhanceArn),
      startRun: startRunThrough(enhanceArn),
      now: () => new Date(),
      warn,
    });
  } finally {
    await lookAtTheRest(until);
  }
};

/** What takes many calls where there is much of it: memberships and reviews. Nobody waits for either at a screen. */
async function lookAtTheRest(until: Date): Promise<void> {
  await repairMemberships({
    ...repairIn({ postMortems, upkeep: upkeepTable }, table),
    document,
    memberships,
    now: () => new Date(),
  }).catch((error: unknown) => warn('The memberships are looked at by the next sweep.', error));
  await sweepReviews({
    ...roundIn(upkeepTable, 'sweep of reviews', table),
    records: reviewsIn(reviewsTable, table),
    findExecution: findExecutionThrough(reviewArn),
    stopExecution: stopExecutionThrough(reviewArn),
    startReview: startExecutionThrough(reviewArn),
    giveBack: giveBackIn(documentsThrough(graphql)),
    wakeUp: wakeUpThrough(),
    now: () => new Date(),
    until,
    warn,
  }).catch((error: unknown) => warn('The reviews are looked at by the next sweep.', error));
}
