import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createAdmission } from '../admission';
import type { Assembly } from '../assembly';
import type { Authorizer, LocalCredentials } from '../iam';
import { createPatientServer } from '../patientServer';
import { createAuthenticator, type UserPoolTrust } from './authentication';
import { createDataSource, type InvokeFunction, PageTokens } from './datasources';
import { buildExecutableSchema } from './executableSchema';
import { createHttpListener } from './http';
import { createExecutor } from './operations';
import { serveRealtime } from './realtime';
import { prepareResolvers } from './resolvers';
import { createSubscriptions } from './subscriptions';

export type { UserPoolTrust } from './authentication';
export { browserWebSocketShim } from './browserWebSocket';
export type { InvokeFunction } from './datasources';

export interface AppSyncOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Of the pages that may ask, such as `http://localhost:5173`; none unless told. */
  readonly origins?: readonly string[];
  readonly assembly: Assembly;
  /** Such as `http://127.0.0.1:5177`; the tables must exist. */
  readonly dynamoDbEndpoint: string;
  /** What it signs with there; an endpoint that asks nobody needs none. */
  readonly dynamoDbCredentials?: LocalCredentials;
  readonly invokeFunction: InvokeFunction;
  /** 32 bytes that encrypt `nextToken`; without them a token is good until this AppSync ends. */
  readonly pageTokenKey?: Buffer;
  readonly userPool: UserPoolTrust;
  readonly authorizer: Authorizer;
  /** How long a WebSocket without good credentials may stay, in milliseconds. */
  readonly strangersPatienceMs?: number;
  /** Told about failures of the local AppSync itself, not about errors of requests. */
  readonly reportFailure?: (error: unknown) => void;
}

export interface AppSync {
  /** `http://127.0.0.1:PORT/graphql` */
  readonly endpoint: string;
  /** `ws://127.0.0.1:PORT/graphql/realtime` */
  readonly realtimeEndpoint: string;
  close(): Promise<void>;
}

/** Serves the synthesized API on the loopback: its schema, its resolvers, its rules, its subscriptions. */
export async function startAppSync(options: AppSyncOptions): Promise<AppSync> {
  const { assembly, dynamoDbEndpoint, invokeFunction, reportFailure = console.error } = options;
  const { api, region } = assembly;
  const client = new DynamoDBClient({
    endpoint: dynamoDbEndpoint,
    region,
    credentials: options.dynamoDbCredentials ?? { accessKeyId: 'appsync', secretAccessKey: 'appsync' },
  });
  const tokens = new PageTokens(options.pageTokenKey ?? randomBytes(32));
  const dataSources = new Map(
    api.dataSources.map((source) => [source.name, createDataSource(source, client, tokens, invokeFunction)]),
  );
  const resolvers = prepareResolvers(api, dataSources);
  const schema = buildExecutableSchema(api, resolvers, reportFailure);
  const subscriptions = createSubscriptions(api, schema, resolvers);
  const execute = createExecutor(schema, subscriptions.publish);
  const authenticate = createAuthenticator(options);
  const admission = createAdmission(options.origins ?? []);

  const server = createPatientServer(createHttpListener(admission, authenticate, execute, reportFailure));
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(options.port, '127.0.0.1', listening);
  });
  // Only now: a WebSocket server raises the HTTP server's errors again, and a taken port would end the
  // process instead of reaching the caller.
  const realtime = serveRealtime(
    server,
    admission,
    authenticate,
    subscriptions,
    reportFailure,
    options.strangersPatienceMs,
  );
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}/graphql`,
    realtimeEndpoint: `ws://127.0.0.1:${port}/graphql/realtime`,
    close: async () => {
      realtime.close();
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
      client.destroy();
    },
  };
}
