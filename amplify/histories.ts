import type { Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { mayWork } from '../cdk/grants';
import { type AmplifyFunction, follow, give } from './amplifyFunction';

interface Histories {
  stack: Stack;
  tables: { postMortems: ITable; revisions: ITable };
  historian: AmplifyFunction;
}

/** Every save of every post-mortem, written down by a follower of the table. */
export function addHistories({ stack, tables, historian }: Histories): void {
  // A follower of its own, also of deletions: so a history is forgotten in order, after the last save that it holds.
  follow(historian, tables.postMortems);
  give(stack, historian, 'HistorianPermissions', {
    environment: {
      POST_MORTEMS_TABLE: tables.postMortems.tableName,
      REVISIONS_TABLE: tables.revisions.tableName,
    },
    statements: [
      mayWork('KeepRevisions', tables.revisions, 'Query', 'PutItem', 'BatchWriteItem'),
      mayWork('SeeWhatExists', tables.postMortems, 'GetItem'),
    ],
  });
}
