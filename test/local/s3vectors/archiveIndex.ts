import type { VectorIndexDefinition } from '../../../local/assembly';

/** The index of the tests. */
export const ARCHIVE: VectorIndexDefinition = {
  bucket: 'archive',
  name: 'passages',
  dimension: 4,
  metric: 'cosine',
  notFilterable: ['text'],
};

/** How requests name it. */
export const PASSAGES = { vectorBucketName: 'archive', indexName: 'passages' };

export const PLACE = { region: 'us-east-1', account: '000000000000' };
