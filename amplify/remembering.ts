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
  /** Puts house rules into what it starts. */
  start: AmplifyFunction;
}

/** What is remembered: who finds it. No function may write it. */
export function addRemembering({ stack, memories, finder, start }: Remembering): void {
  const mayRead = (reader: AmplifyFunction, name: string, ...operations: string[]) => {
    reader.addEnvironment('MEMORIES_TABLE', memories.tableName);
    reader.resources.lambda.role?.attachInlinePolicy(
      new Policy(stack, name, { statements: [mayWorkByIndex('ReadMemories', memories, ...operations)] }),
    );
  };
  mayRead(finder, 'MemoryFinderPermissions', 'Query', 'BatchGetItem');
  mayRead(start, 'HouseRulesPermissions', 'Query');
}
