import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';

/** One error of a GraphQL answer. `errorType` is AppSync's, such as `DynamoDB:ConditionalCheckFailedException`. */
export interface GraphqlProblem {
  message: string;
  errorType?: string | null;
}

/** AppSync refused a call or could not be understood. */
export class AppSyncError extends Error {
  constructor(
    message: string,
    readonly problems: readonly GraphqlProblem[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'AppSyncError';
  }

  /** Whether the stored record was not as the call required it. */
  get isConditionFailure(): boolean {
    return this.problems.some((problem) => problem.errorType?.endsWith('ConditionalCheckFailedException'));
  }
}

/** Makes a change that the stored record may have overtaken: then it is as it should be, and nothing is done. */
export async function unlessChanged(change: () => Promise<unknown>): Promise<void> {
  try {
    await change();
  } catch (error) {
    if (!(error instanceof AppSyncError && error.isConditionFailure)) throw error;
  }
}

type Hashed = string | ArrayBuffer | ArrayBufferView;
const readable = (data: Hashed): string | Uint8Array => {
  if (typeof data === 'string') return data;
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
};

/** What the signer hashes with: Node's own SHA-256, so that none in JavaScript is bundled. */
class Sha256 {
  private readonly hash: Hash | Hmac;

  constructor(secret?: Hashed) {
    this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', readable(secret));
  }

  update(data: Hashed): void {
    this.hash.update(readable(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.hash.digest();
  }

  /** The signer makes one for each hash. */
  reset(): void {}
}

/** Calls the API as this function's own role. @throws AppSyncError */
export type Graphql = <Data>(query: string, variables: Record<string, unknown>) => Promise<Data>;

const TIMEOUT_MS = 10_000;

/** A GraphQL client signed with the credentials that Lambda puts into the environment. */
export function signedGraphql(url: string, environment: NodeJS.ProcessEnv = process.env): Graphql {
  const endpoint = new URL(url);
  const signer = new SignatureV4({
    service: 'appsync',
    region: environment.AWS_REGION ?? 'us-east-1',
    credentials: {
      accessKeyId: environment.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: environment.AWS_SECRET_ACCESS_KEY ?? '',
      ...(environment.AWS_SESSION_TOKEN && { sessionToken: environment.AWS_SESSION_TOKEN }),
    },
    sha256: Sha256,
  });
  return async <Data>(query: string, variables: Record<string, unknown>) => {
    const body = JSON.stringify({ query, variables });
    const signed = await signer.sign({
      method: 'POST',
      protocol: endpoint.protocol,
      hostname: endpoint.hostname,
      path: endpoint.pathname,
      headers: { host: endpoint.host, 'content-type': 'application/json' },
      body,
    });
    const { host: _setByFetch, ...headers } = signed.headers;
    const response = await send(url, { method: 'POST', headers, body });
    const answer = (await response.json().catch((cause: unknown) => {
      throw new AppSyncError(`AppSync answered ${response.status} with something that is not JSON.`, [], {
        cause,
      });
    })) as { data?: Data; errors?: GraphqlProblem[] };
    if (answer.errors?.length) {
      throw new AppSyncError(answer.errors.map((problem) => problem.message).join('; '), answer.errors);
    }
    if (!response.ok || !answer.data)
      throw new AppSyncError(`AppSync answered ${response.status} without data.`);
    return answer.data;
  };
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (cause) {
    throw new AppSyncError('AppSync could not be reached.', [], { cause });
  }
}
