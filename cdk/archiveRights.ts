import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { mayWork, type Table } from './grants';
import { mayEmbed } from './modelGrants';
import { type IndexOfVectors, mayUseVectors } from './vectorIndex';

/** What the archive is kept in and asked from. */
export interface ArchiveProps {
  /** The index of passages. */
  passages: IndexOfVectors;
  /** Of its vectors. */
  dimensions: number;
  tables: {
    postMortems: Table;
    /** The index of words. */
    entries: Table;
    /** What of a document has been entered, and how far the index has been made. */
    upkeep: Table;
  };
}

const embedding = ({ passages, dimensions, tables }: ArchiveProps) => ({
  VECTOR_BUCKET: passages.bucketName,
  VECTOR_INDEX: passages.indexName,
  EMBEDDING_DIMENSIONS: String(dimensions),
  POST_MORTEMS_TABLE: tables.postMortems.tableName,
});

/** What every function that asks the archive finds in its environment. */
export const retrievalEnvironment = (props: ArchiveProps): Record<string, string> => ({
  ...embedding(props),
  SEARCH_ENTRIES_TABLE: props.tables.entries.tableName,
});

/** What asking the archive takes: reading records by their ids, both indexes, and embedding the question. */
export const retrievalStatements = ({ passages, tables }: ArchiveProps): PolicyStatement[] => [
  mayWork('ReadWhatWasFound', tables.postMortems, 'BatchGetItem'),
  mayWork('FindByWords', tables.entries, 'Query', 'BatchGetItem'),
  // A query that is filtered, or answers metadata, needs the right to get vectors as well.
  mayUseVectors('FindByMeaning', passages, 'QueryVectors', 'GetVectors'),
  mayEmbed(),
];

/** What the code that enters documents finds in its environment, whatever runs it. */
export const archiveEnvironment = (props: ArchiveProps): Record<string, string> => ({
  ...embedding(props),
  UPKEEP_TABLE: props.tables.upkeep.tableName,
});

/** What it may do: read a record, keep what it has entered of it, embed, and keep the index. */
export const archiveStatements = ({ passages, tables }: ArchiveProps): PolicyStatement[] => [
  mayWork('ReadTheDocument', tables.postMortems, 'GetItem'),
  mayWork('KeepWhatIsEntered', tables.upkeep, 'GetItem', 'UpdateItem', 'DeleteItem'),
  mayUseVectors('KeepTheIndex', passages, 'PutVectors', 'GetVectors', 'DeleteVectors'),
  mayEmbed(),
];

/** What making the index anew takes beside that: all documents, all keys, and how far it has come. */
export const rebuildStatements = ({ passages, tables }: ArchiveProps): PolicyStatement[] => [
  mayWork('ReadAllDocuments', tables.postMortems, 'Scan'),
  mayWork('KeepProgress', tables.upkeep, 'PutItem'),
  mayUseVectors('ReadAllKeys', passages, 'ListVectors'),
];
