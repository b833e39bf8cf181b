import type { Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { mayWork, mayWorkByIndex, type Needs } from '../cdk/grants';
import { mayEmbed } from '../cdk/modelGrants';
import { mayUseVectors, type VectorBucket } from '../cdk/vectorIndex';
import { type AmplifyFunction, follow, give } from './amplifyFunction';

interface Remembering {
  stack: Stack;
  memories: ITable;
  /** How far the index has been made. */
  upkeep: ITable;
  /** The archive's bucket of vectors, and how many numbers a vector has. */
  archive: { bucket: VectorBucket; dimensions: number };
  /** Keeps the index of what memories mean. */
  indexer: AmplifyFunction;
  /** Finds memories for the signed-in caller. */
  finder: AmplifyFunction;
  /** Puts house rules into what it starts. */
  start: AmplifyFunction;
}

/**
 * What is remembered: its index of meaning, and who finds it. No function may write a memory.
 * @returns what finding memories takes, but for the right to embed
 */
export function addRemembering({ stack, memories, upkeep, archive, ...functions }: Remembering): Needs {
  const index = archive.bucket.addIndex('memories', archive.dimensions);
  const indexed = {
    VECTOR_BUCKET: index.bucketName,
    MEMORY_INDEX: index.indexName,
    EMBEDDING_DIMENSIONS: String(archive.dimensions),
  };
  const table = { MEMORIES_TABLE: memories.tableName };

  follow(functions.indexer, memories);
  give(stack, functions.indexer, 'MemoryIndexerPermissions', {
    environment: { ...indexed, ...table, UPKEEP_TABLE: upkeep.tableName },
    statements: [
      mayUseVectors('KeepTheMemoryIndex', index, 'PutVectors', 'DeleteVectors', 'ListVectors'),
      mayWork('ReadAllMemories', memories, 'Scan', 'BatchGetItem'),
      mayWork('KeepProgressOfMemories', upkeep, 'GetItem', 'PutItem'),
      mayEmbed(),
    ],
  });
  const finding: Needs = {
    environment: { ...table, ...indexed },
    statements: [
      mayWorkByIndex('ReadMemories', memories, 'Query', 'BatchGetItem'),
      mayUseVectors('FindMemoriesByMeaning', index, 'QueryVectors', 'GetVectors'),
    ],
  };
  give(stack, functions.finder, 'MemoryFinderPermissions', {
    environment: finding.environment,
    statements: [...finding.statements, mayEmbed()],
  });
  give(stack, functions.start, 'HouseRulesPermissions', {
    environment: table,
    statements: [mayWorkByIndex('ReadMemories', memories, 'Query')],
  });
  return finding;
}
