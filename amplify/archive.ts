import type { Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Policy, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { ArchiveFunction } from '../cdk/archiveFunction';
import {
  type ArchiveProps,
  archiveEnvironment,
  archiveStatements,
  rebuildStatements,
  retrievalEnvironment,
  retrievalStatements,
} from '../cdk/archiveRights';
import { mayStart } from '../cdk/grants';
import { type IndexOfVectors, VectorBucket } from '../cdk/vectorIndex';
import { dimensionsOf } from '../lambda/models';
import type { AmplifyFunction } from './amplifyFunction';

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
  retrieval: { environment: Record<string, string>; statements: PolicyStatement[] };
} {
  const dimensions = dimensionsOf(process.env.NEVERMORE_EMBEDDING_DIMENSIONS);
  const bucket = new VectorBucket(stack, 'Vectors');
  const vectors = bucket.addIndex('passages', dimensions);
  const props: ArchiveProps = { passages: vectors, dimensions, tables };
  const archive = new ArchiveFunction(stack, 'Archive', props);

  // A follower of its own: an embedder that is away must hold up neither the histories nor the search by words.
  archivist.resources.lambda.addEventSource(
    new DynamoEventSource(tables.postMortems, { startingPosition: StartingPosition.TRIM_HORIZON }),
  );
  for (const [name, value] of Object.entries(archiveEnvironment(props)))
    archivist.addEnvironment(name, value);
  archivist.addEnvironment('ARCHIVE_ARN', archive.alias.functionArn);
  archivist.resources.lambda.role?.attachInlinePolicy(
    new Policy(stack, 'ArchivistPermissions', {
      statements: [
        mayStart('StartEntering', archive.alias),
        ...archiveStatements(props),
        ...rebuildStatements(props),
      ],
    }),
  );
  return {
    ...{ archive, bucket, vectors, dimensions },
    retrieval: { environment: retrievalEnvironment(props), statements: retrievalStatements(props) },
  };
}

/** Lets a function ask the archive. */
export function letAsk(
  stack: Stack,
  name: string,
  asking: AmplifyFunction,
  { environment, statements }: ReturnType<typeof addArchive>['retrieval'],
): void {
  for (const [variable, value] of Object.entries(environment)) asking.addEnvironment(variable, value);
  asking.resources.lambda.role?.attachInlinePolicy(new Policy(stack, name, { statements }));
}
