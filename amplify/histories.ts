import type { Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Policy } from 'aws-cdk-lib/aws-iam';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { mayWork } from '../cdk/grants';
import type { AmplifyFunction } from './amplifyFunction';

interface Histories {
  stack: Stack;
  tables: { postMortems: ITable; revisions: ITable };
  historian: AmplifyFunction;
}

/** Every save of every post-mortem, written down by a follower of the table. */
export function addHistories({ stack, tables, historian }: Histories): void {
  // A follower of its own, also of deletions: so a history is forgotten in order, after the last save that it holds.
  historian.resources.lambda.addEventSource(
    new DynamoEventSource(tables.postMortems, { startingPosition: StartingPosition.TRIM_HORIZON }),
  );
  historian.addEnvironment('POST_MORTEMS_TABLE', tables.postMortems.tableName);
  historian.addEnvironment('REVISIONS_TABLE', tables.revisions.tableName);
  historian.resources.lambda.role?.attachInlinePolicy(
    new Policy(stack, 'HistorianPermissions', {
      statements: [
        mayWork('KeepRevisions', tables.revisions, 'Query', 'PutItem', 'BatchWriteItem'),
        mayWork('SeeWhatExists', tables.postMortems, 'GetItem'),
      ],
    }),
  );
}
