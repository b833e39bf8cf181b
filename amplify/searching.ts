import type { Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Policy } from 'aws-cdk-lib/aws-iam';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { mayWork } from '../cdk/grants';
import type { AmplifyFunction } from './amplifyFunction';
import { type addArchive, letAsk } from './archive';

interface Searching {
  stack: Stack;
  tables: { postMortems: ITable; entries: ITable };
  /** Keeps the index. */
  indexer: AmplifyFunction;
  /** Reads it, for the signed-in caller. */
  search: AmplifyFunction;
  archive: Pick<ReturnType<typeof addArchive>, 'retrieval'>;
}

/** The index of the words of all post-mortems: who keeps it and who reads it. */
export function addSearching({ stack, tables, indexer, search, archive }: Searching): void {
  // A follower of its own: a search that is behind must hold up neither the histories nor the memberships.
  indexer.resources.lambda.addEventSource(
    new DynamoEventSource(tables.postMortems, { startingPosition: StartingPosition.TRIM_HORIZON }),
  );
  const grant = (
    to: AmplifyFunction,
    name: string,
    { onPostMortems, onEntries }: Record<'onPostMortems' | 'onEntries', string[]>,
  ) => {
    to.addEnvironment('POST_MORTEMS_TABLE', tables.postMortems.tableName);
    to.addEnvironment('SEARCH_ENTRIES_TABLE', tables.entries.tableName);
    to.resources.lambda.role?.attachInlinePolicy(
      new Policy(stack, name, {
        statements: [
          mayWork('Documents', tables.postMortems, ...onPostMortems),
          mayWork('Index', tables.entries, ...onEntries),
        ],
      }),
    );
  };
  grant(indexer, 'IndexerPermissions', {
    // A scan enters what was written before there was an index.
    onPostMortems: ['GetItem', 'Scan'],
    onEntries: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
  });
  grant(search, 'SearchPermissions', {
    onPostMortems: ['BatchGetItem'],
    onEntries: ['Query', 'BatchGetItem'],
  });
  // What is similar is looked for by meaning too.
  letAsk(stack, 'SearchTheArchive', search, archive.retrieval);
}
