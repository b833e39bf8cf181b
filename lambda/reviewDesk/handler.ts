import { randomUUID } from 'node:crypto';
import { waitingOf } from '../../domain/humanReview/waiting';
import { signedGraphql } from '../appsync';
import { wakeUpThrough } from '../callbacks';
import { findPersonIn } from '../directory';
import { startExecutionThrough } from '../durable/startExecution';
import { dynamoDb } from '../dynamodb';
import { required } from '../environment';
import { reviewsIn } from '../humanReview/records';
import { countLookupsIn } from '../share/lookups';
import { warn } from '../warn';
import { wholeDocumentThrough } from '../wholeDocument';
import { accessIn } from './access';
import { desk } from './desk';

const table = dynamoDb();

/** The Lambda function behind the mutations of reviews, and the lists of them. */
export const handler = desk({
  records: reviewsIn(required('REVIEWS_TABLE'), table),
  document: wholeDocumentThrough(signedGraphql(required('GRAPHQL_URL'))),
  accessOf: accessIn(required('POST_MORTEMS_TABLE'), table),
  findPerson: findPersonIn(required('USER_POOL_ID')),
  countLookup: countLookupsIn(required('UPKEEP_TABLE'), table),
  startReview: startExecutionThrough(required('REVIEW_ARN')),
  wakeUp: wakeUpThrough(),
  waiting: waitingOf({ review: process.env.REVIEW_DAYS, followUp: process.env.FOLLOW_UP_DAYS }),
  newId: randomUUID,
  now: () => new Date(),
  warn,
});
