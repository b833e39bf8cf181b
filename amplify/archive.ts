import type { Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { ArchiveFunction } from '../cdk/archiveFunction';
import {
  type ArchiveProps,
  archiveEnvironment,
  archiveStatements,
  rebuildStatements,
  retrievalEnvironment,
  retrievalStatements,
} from '../cdk/archiveRights';
import { mayStart, type Needs } from '../cdk/grants';
import { type IndexOfVectors, VectorBucket } from '../cdk/vectorIndex';
import { dimensionsOf } from '../lambda/models';
import { type AmplifyFunction, follow, give } from './amplifyFunction';

interface Archiving {
  stack: Stack;
  tables: { postMortems: ITable; entries: ITable; upkeep: ITable };
  /** Follows the post-mortems, and makes the index anew. */
  archivist: AmplifyFunction;
}

/** The archive of what is published: its index of meaning, who keeps it, and what asking it takes. */
export function addArchive({ stack, tables, archivist }: Archiving): {
  archive: ArchiveFunction;
  /** The bucket, for whoever keeps an index of something else beside that of passages. */
  bucket: VectorBucket;
  vectors: IndexOfVectors;
  dimensions: number;
  /** For every function that asks the archive. */
  retrieval: Needs;
} {
  const dimensions = dimensionsOf(process.env.NEVERMORE_EMBEDDING_DIMENSIONS);
  const bucket = new VectorBucket(stack, 'Vectors');
  const vectors = bucket.addIndex('passages', dimensions);
  const props: ArchiveProps = { passages: vectors, dimensions, tables };
  const archive = new ArchiveFunction(stack, 'Archive', props);

  // A follower of its own: an embedder that is away must hold up neither the histories nor the search by words.
  follow(archivist, tables.postMortems);
  give(stack, archivist, 'ArchivistPermissions', {
    environment: { ...archiveEnvironment(props), ARCHIVE_ARN: archive.alias.functionArn },
    statements: [
      mayStart('StartEntering', archive.alias),
      ...archiveStatements(props),
      ...rebuildStatements(props),
    ],
  });
  return {
    ...{ archive, bucket, vectors, dimensions },
    retrieval: { environment: retrievalEnvironment(props), statements: retrievalStatements(props) },
  };
}
