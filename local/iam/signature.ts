import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalRequest, type SignedRequest, sha256Hex } from './canonicalRequest';
import { InvalidSignatureError, MissingSignatureError } from './errors';

/** AWS refuses signatures that are older or newer than this. */
const MAX_CLOCK_SKEW_MS = 5 * 60_000;

const ALGORITHM = 'AWS4-HMAC-SHA256';

/** The parts of an `Authorization: AWS4-HMAC-SHA256 …` header. */
export interface SignatureHeader {
  readonly accessKeyId: string;
  /** `YYYYMMDD` */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  /** 64 hexadecimal digits. */
  readonly signature: string;
}

/** Where and when a signature has to be good. */
export interface SignatureScope {
  readonly region: string;
  readonly service: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export const isSignatureHeader = (authorization: string | undefined): boolean =>
  authorization?.startsWith(ALGORITHM) ?? false;

/** Which service a request says that it is signed for. @returns undefined for an unsigned one */
export const signingNameOf = (authorization: string | undefined): string | undefined =>
  /^AWS4-HMAC-SHA256 Credential=[^/\s,]+\/\d{8}\/[^/\s,]+\/([^/\s,]+)\/aws4_request/.exec(
    authorization ?? '',
  )?.[1];

/** @throws MissingSignatureError when the header is missing or malformed */
export function parseSignatureHeader(authorization: string | undefined): SignatureHeader {
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/\s,]+)\/(\d{8})\/([^/\s,]+)\/([^/\s,]+)\/aws4_request,\s*SignedHeaders=([a-z0-9;:_.-]+),\s*Signature=([0-9a-f]{64})$/.exec(
      authorization ?? '',
    );
  if (!match) {
    throw new MissingSignatureError(`sign the request with ${ALGORITHM} in the Authorization header.`);
  }
  const [, accessKeyId = '', date = '', region = '', service = '', signed = '', signature = ''] = match;
  return { accessKeyId, date, region, service, signedHeaders: signed.split(';'), signature };
}

/**
 * Verifies a Signature Version 4 in constant time.
 * @throws InvalidSignatureError in AWS's words when scope, time, signed headers or signature do not fit
 */
export function verifySignature(
  request: SignedRequest,
  header: SignatureHeader,
  secretAccessKey: string,
  scope: SignatureScope,
): void {
  if (header.service !== scope.service) {
    throw new InvalidSignatureError(`Credential should be scoped to correct service: '${scope.service}'.`);
  }
  if (header.region !== scope.region) {
    throw new InvalidSignatureError('Credential should be scoped to a valid region.');
  }
  const amzDate = request.headers['x-amz-date'] ?? '';
  verifyTime(amzDate, header.date, scope.now);
  verifySignedHeaders(request, header.signedHeaders);

  const key = [header.date, header.region, header.service, 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${secretAccessKey}`,
  );
  const credentialScope = `${header.date}/${header.region}/${header.service}/aws4_request`;
  const hash = sha256Hex(canonicalRequest(request, header.signedHeaders, scope.service));
  const expected = createHmac('sha256', key)
    .update([ALGORITHM, amzDate, credentialScope, hash].join('\n'))
    .digest();
  if (!timingSafeEqual(expected, Buffer.from(header.signature, 'hex'))) {
    throw new InvalidSignatureError(
      'The request signature we calculated does not match the signature you provided. Check your AWS ' +
        'Secret Access Key and signing method. Consult the service documentation for details.',
    );
  }
}

function verifyTime(amzDate: string, scopeDate: string, now: number): void {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(amzDate);
  if (!match || !amzDate.startsWith(scopeDate)) {
    throw new InvalidSignatureError('Date in Credential scope does not match YYYYMMDD from X-Amz-Date.');
  }
  const [, year, month, day, hours, minutes, seconds] = match;
  const signedAt = Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`);
  const compact = (time: number) => new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');
  if (signedAt < now - MAX_CLOCK_SKEW_MS) {
    throw new InvalidSignatureError(
      `Signature expired: ${amzDate} is now earlier than ${compact(now - MAX_CLOCK_SKEW_MS)}.`,
    );
  }
  if (!(signedAt <= now + MAX_CLOCK_SKEW_MS)) {
    throw new InvalidSignatureError(
      `Signature not yet current: ${amzDate} is still later than ${compact(now + MAX_CLOCK_SKEW_MS)}.`,
    );
  }
}

/** Host (`:authority` over HTTP/2) and every X-Amz header must be signed, or somebody on the way could change them. */
function verifySignedHeaders(request: SignedRequest, signedHeaders: readonly string[]): void {
  const host = signedHeaders.includes(':authority') ? ':authority' : 'host';
  const required = [host, ...Object.keys(request.headers).filter((name) => name.startsWith('x-amz-'))];
  const missing = required.find((name) => !signedHeaders.includes(name));
  if (missing !== undefined) {
    throw new InvalidSignatureError(`'${missing}' must be a 'SignedHeader' in the AWS Authorization.`);
  }
}
