import type { PolicyStatement } from './types';

const WRITE_LOGS: PolicyStatement = {
  Effect: 'Allow',
  Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  Resource: '*',
};

/**
 * The statements of the AWS managed policies that backends attach to functions, by name.
 * Source: AWS Managed Policy Reference Guide.
 */
export const MANAGED_POLICIES: { readonly [name: string]: readonly PolicyStatement[] } = {
  AWSLambdaBasicExecutionRole: [WRITE_LOGS],
  AWSLambdaBasicDurableExecutionRolePolicy: [
    WRITE_LOGS,
    {
      Effect: 'Allow',
      Action: ['lambda:CheckpointDurableExecution', 'lambda:GetDurableExecutionState'],
      Resource: '*',
    },
  ],
};
