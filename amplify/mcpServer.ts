import type { Stack } from 'aws-cdk-lib';
import type { IUserPool, IUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { mayWork } from '../cdk/grants';
import { askedClient, McpClient } from '../cdk/mcpClient';
import { McpEndpoint } from '../cdk/mcpEndpoint';
import { type AmplifyFunction, give } from './amplifyFunction';

interface McpServing {
  stack: Stack;
  graphqlUrl: string;
  userPool: IUserPool;
  /** Of the app itself. */
  userPoolClient: IUserPoolClient;
  tables: { upkeep: ITable };
  mcp: AmplifyFunction;
}

/**
 * The server that assistants ask. It asks the API with the caller's own token, so its role may read no record: it
 * counts requests and nothing else.
 * @returns what clients need to know
 */
export function addMcpServer({
  stack,
  userPool,
  tables,
  mcp,
  ...with_
}: McpServing): Record<string, unknown> {
  const asked = askedClient(process.env);
  const client = asked && new McpClient(userPool, asked);
  const appUrl = process.env.NEVERMORE_APP_URL;
  give(stack, mcp, 'McpPermissions', {
    environment: {
      GRAPHQL_URL: with_.graphqlUrl,
      USER_POOL_ID: userPool.userPoolId,
      APP_CLIENT: with_.userPoolClient.userPoolClientId,
      UPKEEP_TABLE: tables.upkeep.tableName,
      ...(client && {
        ASSISTANT_CLIENT: client.clientId,
        ASSISTANT_SIGN_IN: client.signInUrl,
        ASSISTANT_CALLBACKS: asked.callbacks.join(','),
      }),
      ...(appUrl && { APP_URL: appUrl }),
    },
    statements: [mayWork('CountRequests', tables.upkeep, 'UpdateItem')],
  });
  const { url } = new McpEndpoint(stack, 'Mcp', mcp.resources.lambda);
  return { mcp: url, ...(client && { mcpClient: { id: client.clientId, signIn: client.signInUrl } }) };
}
