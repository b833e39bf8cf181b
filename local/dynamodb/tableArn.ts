/** Where all local tables are. */
export const REGION = 'us-east-1';
export const ACCOUNT = '000000000000';

/** A table's name as policies write it; what is no name is allowed or refused as any table. */
export const tableArn = (name: unknown): string =>
  `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${typeof name === 'string' ? name : '*'}`;
