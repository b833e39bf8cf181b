import { signedGraphql } from '../appsync';
import { findPersonIn } from '../directory';
import { dynamoDb } from '../dynamodb';
import { required } from '../environment';
import { membershipsThrough } from '../membership/records';
import { sharingIn } from '../membership/stored';
import { warn } from '../warn';
import { listsThrough } from './lists';
import { countLookupsIn } from './lookups';
import { sharePostMortem } from './share';

const graphql = signedGraphql(required('GRAPHQL_URL'));
const table = dynamoDb();
const { document, of } = sharingIn(
  { postMortems: required('POST_MORTEMS_TABLE'), memberships: required('MEMBERSHIPS_TABLE') },
  table,
);

/** The Lambda function behind the mutation `sharePostMortem`. */
export const handler = sharePostMortem({
  document,
  writeLists: listsThrough(graphql),
  memberships: membershipsThrough(graphql, of),
  findPerson: findPersonIn(required('USER_POOL_ID')),
  countLookup: countLookupsIn(required('UPKEEP_TABLE'), table),
  warn,
});
