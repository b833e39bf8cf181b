import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DataSource } from '../../assembly';
import { UnsupportedFeatureError } from '../errors';
import type { RunDataSource } from './dataSource';
import { createDynamoDbSource } from './dynamodb';
import { createLambdaSource, type InvokeFunction } from './lambda';
import { runNone } from './none';
import type { PageTokens } from './pageTokens';

export type { RunDataSource } from './dataSource';
export type { InvokeFunction } from './lambda';
export { PageTokens } from './pageTokens';

/** Makes what runs the requests of one synthesized data source. */
export function createDataSource(
  source: DataSource,
  client: DynamoDBClient,
  tokens: PageTokens,
  invokeFunction: InvokeFunction,
): RunDataSource {
  switch (source.type) {
    case 'NONE':
      return runNone;
    case 'AMAZON_DYNAMODB':
      return createDynamoDbSource(client, source.tableName, tokens);
    case 'AWS_LAMBDA':
      return createLambdaSource(source.functionArn, invokeFunction);
    case 'UNSUPPORTED':
      return async () => {
        throw new UnsupportedFeatureError(`The data source ${source.name} of type ${source.awsType}`);
      };
  }
}
