import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { mayWork } from '../cdk/grants';

/** Retrieval until there is an index of vectors: by words alone. */
export const wordsAlone = (tables: { postMortems: ITable; entries: ITable }) => ({
  environment: {
    POST_MORTEMS_TABLE: tables.postMortems.tableName,
    SEARCH_ENTRIES_TABLE: tables.entries.tableName,
    VECTOR_BUCKET: 'none',
    VECTOR_INDEX: 'none',
    EMBEDDING_DIMENSIONS: '256',
  },
  statements: [
    mayWork('Documents', tables.postMortems, 'BatchGetItem'),
    mayWork('Index', tables.entries, 'Query', 'BatchGetItem'),
  ],
});
