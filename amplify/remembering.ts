import type { Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Policy, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { mayWorkByIndex } from '../cdk/grants';
import { mayEmbed } from '../cdk/modelGrants';
import { mayUseVectors, type VectorBucket } from '../cdk/vectorIndex';
import type { AmplifyFunction } from './amplifyFunction';

interface Remembering {
  stack: Stack;
  memories: ITable;
  /** The archive's bucket of vectors, and how many numbers a vector has. */
  archive: { bucket: VectorBucket; dimensions: number };
  /** Keeps the index of what memories mean. */
  indexer: AmplifyFunction;
  /** Finds memories for the signed-in caller. */
  finder: AmplifyFunction;
  /** Puts house rules into what it starts. */
  start: AmplifyFunction;
}

/** What finding memories takes, for every function that does. */
export interface FindingMemories {
  environment: Record<string, string>;
  statements: PolicyStatement[];
}

/** What is remembered: its index of meaning, and who finds it. No function may write a memory. */
export function addRemembering({ stack, memories, archive, ...functions }: Remembering): FindingMemories {
  const index = archive.bucket.addIndex('memories', archive.dimensions);
  const indexed = {
    VECTOR_BUCKET: index.bucketName,
    MEMORY_INDEX: index.indexName,
    EMBEDDING_DIMENSIONS: String(archive.dimensions),
  };
  const give = (
    to: AmplifyFunction,
    name: string,
    environment: Record<string, string>,
    statements: PolicyStatement[],
  ) => {
    for (const [variable, value] of Object.entries(environment)) to.addEnvironment(variable, value);
    to.resources.lambda.role?.attachInlinePolicy(new Policy(stack, name, { statements }));
  };
  const table = { MEMORIES_TABLE: memories.tableName };

  functions.indexer.resources.lambda.addEventSource(
    new DynamoEventSource(memories, { startingPosition: StartingPosition.TRIM_HORIZON }),
  );
  give(functions.indexer, 'MemoryIndexerPermissions', indexed, [
    mayUseVectors('KeepTheMemoryIndex', index, 'PutVectors', 'DeleteVectors'),
    mayEmbed(),
  ]);
  const finding: FindingMemories = {
    environment: { ...table, ...indexed },
    statements: [
      mayWorkByIndex('ReadMemories', memories, 'Query', 'BatchGetItem'),
      mayUseVectors('FindMemoriesByMeaning', index, 'QueryVectors', 'GetVectors'),
    ],
  };
  give(functions.finder, 'MemoryFinderPermissions', finding.environment, [...finding.statements, mayEmbed()]);
  give(functions.start, 'HouseRulesPermissions', table, [mayWorkByIndex('ReadMemories', memories, 'Query')]);
  return finding;
}
