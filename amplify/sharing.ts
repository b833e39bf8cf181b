import type { Stack } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { mayAsk, mayFindOnePerson, mayWork } from '../cdk/grants';
import { type AmplifyFunction, give } from './amplifyFunction';

/** What keeps the memberships in step with the lists of a post-mortem. */
export const MEMBERSHIP_FIELDS = [
  'Mutation/fields/createMembership',
  'Mutation/fields/updateMembership',
  'Mutation/fields/deleteMembership',
] as const;

/** The tables that are read for it past the API, which may answer with what was overtaken a moment ago. */
interface SharedTables {
  postMortems: ITable;
  memberships: ITable;
}

/** How whoever keeps memberships finds those tables. */
export const sharedTableNames = ({ postMortems, memberships }: SharedTables) => ({
  POST_MORTEMS_TABLE: postMortems.tableName,
  MEMBERSHIPS_TABLE: memberships.tableName,
});

/** What whoever keeps memberships may read, as it is at that moment. */
export const mayReadWhatIsShared = ({ postMortems, memberships }: SharedTables) => [
  mayWork('ReadOneAsItIs', postMortems, 'GetItem'),
  mayWork('ReadItsMembers', memberships, 'Query'),
];

interface Sharing {
  stack: Stack;
  graphqlUrl: string;
  graphqlApiArn: string;
  userPool: IUserPool;
  tables: SharedTables & { comments: ITable; upkeep: ITable };
  share: AmplifyFunction;
  /** It follows every save, keeps the memberships and forgets what belonged to what is gone. */
  caretaker: AmplifyFunction;
}

/** Who a post-mortem is shared with, kept beside it, and forgotten with it. */
export function addSharing({ stack, tables, share, caretaker, ...with_ }: Sharing): void {
  give(stack, share, 'SharePermissions', {
    environment: {
      GRAPHQL_URL: with_.graphqlUrl,
      USER_POOL_ID: with_.userPool.userPoolId,
      UPKEEP_TABLE: tables.upkeep.tableName,
      ...sharedTableNames(tables),
    },
    statements: [
      ...mayReadWhatIsShared(tables),
      mayAsk('Share', with_.graphqlApiArn, [...MEMBERSHIP_FIELDS, 'Mutation/fields/updatePostMortem']),
      mayFindOnePerson(with_.userPool),
      mayWork('CountLookups', tables.upkeep, 'UpdateItem'),
    ],
  });
  give(stack, caretaker, 'RepairMemberships', {
    environment: {
      UPKEEP_TABLE: tables.upkeep.tableName,
      ...sharedTableNames(tables),
      COMMENTS_TABLE: tables.comments.tableName,
    },
    statements: [
      ...mayReadWhatIsShared(tables),
      mayAsk('KeepMemberships', with_.graphqlApiArn, MEMBERSHIP_FIELDS),
      mayWork('SeeWhatIsShared', tables.postMortems, 'Scan'),
      mayWork('RememberTheRound', tables.upkeep, 'GetItem', 'PutItem'),
      // What was said about a post-mortem goes with it. The API lets nobody take another one's comment away.
      mayWork('ForgetComments', tables.comments, 'Query', 'BatchWriteItem'),
    ],
  });
  caretaker.resources.lambda.addEventSource(
    new DynamoEventSource(tables.postMortems, {
      // Also the changes from while the function could not be called.
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [
        FilterCriteria.filter({ eventName: FilterRule.isEqual('REMOVE') }),
        // Who may see it is in the record. A filter cannot compare the record before with the one after; the
        // function does, and asks for nothing when neither people nor what a list shows has changed.
        FilterCriteria.filter({ eventName: FilterRule.or('INSERT', 'MODIFY') }),
      ],
    }),
  );
}
