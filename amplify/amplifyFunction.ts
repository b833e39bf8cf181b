import type { Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Policy } from 'aws-cdk-lib/aws-iam';
import { type IFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Needs } from '../cdk/grants';

/** A function that Amplify has made, as those who give it its environment and its rights see it. */
export interface AmplifyFunction {
  addEnvironment(key: string, value: string): void;
  resources: { lambda: IFunction };
}

/** Gives a function what it needs. @param policy the name under which its rights stand in the template */
export function give(
  stack: Stack,
  to: AmplifyFunction,
  policy: string,
  { environment, statements }: Needs,
): void {
  for (const [name, value] of Object.entries(environment)) to.addEnvironment(name, value);
  to.resources.lambda.role?.attachInlinePolicy(new Policy(stack, policy, { statements: [...statements] }));
}

/** Calls a function with every change of a table, also with those from while it could not be called. */
export const follow = (follower: AmplifyFunction, table: ITable): void =>
  follower.resources.lambda.addEventSource(
    new DynamoEventSource(table, { startingPosition: StartingPosition.TRIM_HORIZON }),
  );
