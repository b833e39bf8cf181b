import { signedGraphql } from '../appsync';
import { findPersonIn } from '../directory';
import { dynamoDb } from '../dynamodb';
import { required } from '../environment';
import { documentThrough, membershipsThrough } from '../membership/records';
import { warn } from '../warn';
import { listsThrough } from './lists';
import { countLookupsIn } from './lookups';
import { sharePostMortem } from './share';

const graphql = signedGraphql(required('GRAPHQL_URL'));

/** The Lambda function behind the mutation `sharePostMortem`. */
export const handler = sharePostMortem({
  document: documentThrough(graphql),
  writeLists: listsThrough(graphql),
  memberships: membershipsThrough(graphql),
  findPerson: findPersonIn(required('USER_POOL_ID')),
  countLookup: countLookupsIn(required('UPKEEP_TABLE'), dynamoDb()),
  warn,
});
