import type { Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Policy } from 'aws-cdk-lib/aws-iam';
import { mayWorkByIndex } from '../cdk/grants';
import type { AmplifyFunction } from './amplifyFunction';

interface Remembering {
  stack: Stack;
  memories: ITable;
  /** Finds memories for the signed-in caller. */
  finder: AmplifyFunction;
}

/** What is remembered: who finds it. No function may write it. */
export function addRemembering({ stack, memories, finder }: Remembering): void {
  finder.addEnvironment('MEMORIES_TABLE', memories.tableName);
  finder.resources.lambda.role?.attachInlinePolicy(
    new Policy(stack, 'MemoryFinderPermissions', {
      statements: [mayWorkByIndex('ReadMemories', memories, 'Query', 'BatchGetItem')],
    }),
  );
}
