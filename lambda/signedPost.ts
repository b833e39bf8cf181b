import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';

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

/** What a REST service of AWS calls its refusal; the status where it has no name for it. */
export const refusalIn = (response: Response): string =>
  response.headers.get('x-amzn-errortype')?.split(':')[0] ?? String(response.status);

const TIMEOUT_MS = 10_000;

/** Sends a body to one address. Rejects when nobody is there, or no answer within ten seconds. */
export type Post = (headers: Readonly<Record<string, string>>, body: string) => Promise<Response>;

/**
 * Posts to a service of AWS, signed with the credentials that Lambda puts into the environment.
 * @param service as it is named in signatures, such as `appsync`
 */
export function signedPost(url: string, service: string, environment: NodeJS.ProcessEnv = process.env): Post {
  const endpoint = new URL(url);
  const signer = new SignatureV4({
    service,
    region: environment.AWS_REGION ?? 'us-east-1',
    credentials: {
      accessKeyId: environment.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: environment.AWS_SECRET_ACCESS_KEY ?? '',
      ...(environment.AWS_SESSION_TOKEN && { sessionToken: environment.AWS_SESSION_TOKEN }),
    },
    sha256: Sha256,
  });
  return async (headers, body) => {
    const signed = await signer.sign({
      method: 'POST',
      protocol: endpoint.protocol,
      hostname: endpoint.hostname,
      path: endpoint.pathname,
      headers: { host: endpoint.host, ...headers },
      body,
    });
    const { host: _setByFetch, ...sent } = signed.headers;
    return fetch(url, { method: 'POST', headers: sent, body, signal: AbortSignal.timeout(TIMEOUT_MS) });
  };
}
