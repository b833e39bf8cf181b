import { createHash } from 'node:crypto';

/** An HTTP request as it came over the wire, header names in lower case. */
export interface SignedRequest {
  readonly method: string;
  /** As sent, still percent-encoded, without the query. */
  readonly path: string;
  /** As sent, without the question mark. */
  readonly query: string;
  readonly headers: { readonly [lowerCaseName: string]: string | undefined };
  readonly body: Buffer;
}

export const sha256Hex = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

/** Percent-encoding as SigV4 wants it: everything but A–Z a–z 0–9 - _ . ~ */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

function canonicalQuery(query: string): string {
  return [...new URLSearchParams(query.replaceAll('+', '%2B'))]
    .map(([name, value]): [string, string] => [encode(name), encode(value)])
    .sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** What S3's clients may sign in place of the body's hash, as SigV4 for S3 has it. */
const UNSIGNED_BODIES = ['UNSIGNED-PAYLOAD', 'STREAMING-UNSIGNED-PAYLOAD-TRAILER'];

/** The body's hash is taken from the body, never from a header, unless S3's client says that it signs none. */
function signedBody(request: SignedRequest, service: string): string {
  const said = request.headers['x-amz-content-sha256'] ?? '';
  return service === 's3' && UNSIGNED_BODIES.includes(said) ? said : sha256Hex(request.body);
}

/** The text whose hash SigV4 signs. The path is encoded once more than it was sent, but for S3. */
export function canonicalRequest(
  request: SignedRequest,
  signedHeaders: readonly string[],
  service: string,
): string {
  return [
    request.method.toUpperCase(),
    service === 's3' ? request.path : request.path.split('/').map(encode).join('/') || '/',
    canonicalQuery(request.query),
    ...signedHeaders.map((name) => `${name}:${(request.headers[name] ?? '').trim().replace(/\s+/g, ' ')}`),
    '',
    signedHeaders.join(';'),
    signedBody(request, service),
  ].join('\n');
}
