import type { IFunction } from 'aws-cdk-lib/aws-lambda';

/** A function that Amplify has made, as those who give it its environment and its rights see it. */
export interface AmplifyFunction {
  addEnvironment(key: string, value: string): void;
  resources: { lambda: IFunction };
}
