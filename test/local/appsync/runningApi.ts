import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { type AppSyncOptions, type InvokeFunction, startAppSync } from '../../../local/appsync';
import { loadAssembly } from '../../../local/assembly';
import { createAuthorizer, type LocalCredentials, loadSecret } from '../../../local/iam';
import { startTables } from './localTables';
import { createUserPool } from './userPoolTokens';

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape.
  readonly data: any;
  readonly errors?: readonly { message: string; errorType: string | null; [key: string]: unknown }[];
}

/** Origin of the pages that may ask. */
export const APP = 'http://localhost:5173';

export type RunningApi = Awaited<ReturnType<typeof startApi>>;

/** Serves an assembly with tables in memory, a user pool of its own, and the given functions. */
export async function startApi(
  directory: string,
  invokeFunction: InvokeFunction,
  overrides: Partial<AppSyncOptions> = {},
) {
  const assembly = loadAssembly(directory);
  const tables = await startTables(assembly.tables);
  const pool = await createUserPool();
  const state = mkdtempSync(join(tmpdir(), 'nevermore-appsync-'));
  const authorizer = createAuthorizer({
    functions: assembly.functions,
    secret: loadSecret(join(state, 'iam-secret')),
    region: assembly.region,
  });
  const failures: unknown[] = [];
  const api = await startAppSync({
    port: 0,
    origins: [APP],
    assembly,
    dynamoDbEndpoint: tables.endpoint,
    invokeFunction,
    userPool: pool.trust,
    authorizer,
    reportFailure: (error) => failures.push(error),
    ...overrides,
  });

  const post = async (headers: Record<string, string>, body: string) => {
    const response = await fetch(api.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    return { status: response.status, body: (await response.json()) as Answer };
  };
  const signed = async (credentials: LocalCredentials, body: string): Promise<Record<string, string>> => {
    const { host, hostname, port } = new URL(api.endpoint);
    const signer = new SignatureV4({ credentials, region: 'us-east-1', service: 'appsync', sha256: Sha256 });
    const request = await signer.sign({
      method: 'POST',
      protocol: 'http:',
      hostname,
      port: Number(port),
      path: '/graphql',
      headers: { host, 'content-type': 'application/json' },
      body,
    });
    return request.headers;
  };

  return {
    assembly,
    api,
    tables,
    pool,
    authorizer,
    /** Failures of the local AppSync itself; a good test leaves it empty. */
    failures,
    post,
    signed,
    /** Asks with a token. */
    ask: async (token: string, query: string, variables: object = {}): Promise<Answer> =>
      (await post({ authorization: token }, JSON.stringify({ query, variables }))).body,
    /** Asks as one of the backend's functions. */
    askAs: async (functionName: string, query: string, variables: object = {}): Promise<Answer> => {
      const body = JSON.stringify({ query, variables });
      return (await post(await signed(authorizer.credentialsFor(functionName), body), body)).body;
    },
    close: async () => {
      await api.close();
      await tables.close();
      rmSync(state, { recursive: true, force: true });
    },
  };
}
