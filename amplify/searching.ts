import type { Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { mayWork, type Needs } from '../cdk/grants';
import { type AmplifyFunction, follow, give } from './amplifyFunction';

interface Searching {
  stack: Stack;
  tables: { postMortems: ITable; entries: ITable };
  /** Keeps the index. */
  indexer: AmplifyFunction;
  /** Reads it, for the signed-in caller. */
  search: AmplifyFunction;
  /** What asking the archive takes. */
  retrieval: Needs;
}

/** The index of the words of all post-mortems: who keeps it and who reads it. */
export function addSearching({ stack, tables, indexer, search, retrieval }: Searching): void {
  // A follower of its own: a search that is behind must hold up neither the histories nor the memberships.
  follow(indexer, tables.postMortems);
  const grant = (
    to: AmplifyFunction,
    name: string,
    { onPostMortems, onEntries }: Record<'onPostMortems' | 'onEntries', string[]>,
  ) =>
    give(stack, to, name, {
      environment: {
        POST_MORTEMS_TABLE: tables.postMortems.tableName,
        SEARCH_ENTRIES_TABLE: tables.entries.tableName,
      },
      statements: [
        mayWork('Documents', tables.postMortems, ...onPostMortems),
        mayWork('Index', tables.entries, ...onEntries),
      ],
    });
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
  give(stack, search, 'SearchTheArchive', retrieval);
}
