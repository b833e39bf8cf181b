import type { Stack } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { mayWake } from '../cdk/durableFunction';
import { mayAsk, mayFindOnePerson, maySee, mayStart, mayStop, mayWork, mayWorkByIndex } from '../cdk/grants';
import type { AppliedGuardrail } from '../cdk/guardrailSettings';
import { MailEvents } from '../cdk/mailEvents';
import { ReviewFunction } from '../cdk/reviewFunction';
import type { Waiting } from '../domain/humanReview';
import { waitingOf } from '../domain/humanReview/waiting';
import type { Geography } from '../lambda/models';
import { type AmplifyFunction, give } from './amplifyFunction';
import { MEMBERSHIP_FIELDS, mayReadWhatIsShared, sharedTableNames } from './sharing';

interface Reviewing {
  stack: Stack;
  geography: Geography;
  graphqlUrl: string;
  graphqlApiArn: string;
  guardrail: AppliedGuardrail | undefined;
  userPool: IUserPool;
  tables: { postMortems: ITable; memberships: ITable; reviews: ITable; upkeep: ITable };
  desk: AmplifyFunction;
  /** It looks after reviews whose start or wake-up got lost, and forgets those of what was deleted. */
  caretaker: AmplifyFunction;
  /** It notes what did not arrive. */
  bounces: AmplifyFunction;
}

/** The durable workflow in which people review a post-mortem, and the proxy through which they do. */
export function addReviews({ stack, tables, desk, caretaker, bounces, ...with_ }: Reviewing): {
  review: ReviewFunction;
  /** How long it waits, for the page to say before anybody submits. */
  waiting: Waiting;
} {
  const {
    NEVERMORE_MAIL_FROM: mailFrom,
    NEVERMORE_WEBHOOK_URL: webhookUrl,
    NEVERMORE_APP_URL: appUrl,
    NEVERMORE_REVIEW_DAYS: reviewDays,
    NEVERMORE_FOLLOW_UP_DAYS: followUpDays,
  } = process.env;
  // Said now, and not by the first review.
  const waiting = waitingOf({ review: reviewDays, followUp: followUpDays });

  const findOnePerson = mayFindOnePerson(with_.userPool);
  // Without a sender there is no mail, and nothing to be told of it.
  const configurationSet = mailFrom
    ? new MailEvents(stack, 'MailEvents', bounces.resources.lambda).configurationSet.configurationSetName
    : undefined;
  const review = new ReviewFunction(stack, 'Review', {
    geography: with_.geography,
    graphqlUrl: with_.graphqlUrl,
    guardrail: with_.guardrail,
    userPoolId: with_.userPool.userPoolId,
    reviewsTable: tables.reviews,
    environment: sharedTableNames(tables),
    messaging: { mailFrom, configurationSet, webhookUrl, appUrl: appUrl ?? hostedAt(process.env) },
    statements: [
      mayAsk('ReadAndMove', with_.graphqlApiArn, [
        ...MEMBERSHIP_FIELDS,
        'Query/fields/getPostMortem',
        'Query/fields/listingsByStatus',
        'Mutation/fields/updatePostMortem',
      ]),
      ...mayReadWhatIsShared(tables),
      findOnePerson,
    ],
  });

  give(stack, desk, 'ReviewDeskPermissions', {
    environment: {
      GRAPHQL_URL: with_.graphqlUrl,
      USER_POOL_ID: with_.userPool.userPoolId,
      REVIEWS_TABLE: tables.reviews.tableName,
      UPKEEP_TABLE: tables.upkeep.tableName,
      POST_MORTEMS_TABLE: tables.postMortems.tableName,
      REVIEW_ARN: review.alias.functionArn,
      ...(reviewDays && { REVIEW_DAYS: reviewDays }),
      ...(followUpDays && { FOLLOW_UP_DAYS: followUpDays }),
    },
    statements: [
      mayAsk('ReadTheDocument', with_.graphqlApiArn, ['Query/fields/getPostMortem']),
      findOnePerson,
      mayWorkByIndex('KeepReviews', tables.reviews, ...['GetItem', 'PutItem', 'UpdateItem', 'Query', 'Scan']),
      mayWork('SeeWhoMayRead', tables.postMortems, 'BatchGetItem'),
      mayWork('CountLookups', tables.upkeep, 'UpdateItem'),
      mayStart('StartTheReview', review.alias),
      mayWake(review.function.functionArn),
    ],
  });
  give(stack, bounces, 'NoteBounces', {
    environment: { REVIEWS_TABLE: tables.reviews.tableName },
    statements: [mayWork('NoteBounces', tables.reviews, 'UpdateItem')],
  });
  give(stack, caretaker, 'LookAfterReviews', {
    environment: { REVIEWS_TABLE: tables.reviews.tableName, REVIEW_ARN: review.alias.functionArn },
    statements: [
      mayWorkByIndex(
        'EndAndForgetReviews',
        tables.reviews,
        ...['GetItem', 'Query', 'UpdateItem', 'BatchWriteItem'],
      ),
      mayAsk('GiveBack', with_.graphqlApiArn, [
        'Query/fields/getPostMortem',
        'Mutation/fields/updatePostMortem',
      ]),
      maySee('SeeReviews', review.function),
      mayStop('EndWhatWasCalledOff', review.function),
      mayStart('StartTheReview', review.alias),
      mayWake(review.function.functionArn),
    ],
  });
  return { review, waiting };
}

/** Where Amplify's own hosting serves a branch; it says so only while it deploys one. */
const hostedAt = ({ AWS_BRANCH: branch, AWS_APP_ID: app }: NodeJS.ProcessEnv): string | undefined =>
  branch && app ? `https://${branch.replaceAll('/', '-')}.${app}.amplifyapp.com` : undefined;
