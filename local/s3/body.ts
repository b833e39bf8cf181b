import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { SignedRequest } from '../iam';
import { BadDigestError, InvalidArgumentError, NotImplementedError } from './errors';

/**
 * The content that a request carries, out of the frames that AWS's clients put around streams.
 * @throws BadDigestError when it is not what a checksum says
 */
export function contentOf({ headers, body }: SignedRequest): Buffer {
  const encoding = headers['x-amz-content-sha256'] ?? '';
  const isFramed = encoding.startsWith('STREAMING-');
  if (isFramed && encoding !== 'STREAMING-UNSIGNED-PAYLOAD-TRAILER')
    throw new NotImplementedError(`bodies sent as ${encoding}`);
  const { content, trailers } = isFramed ? unframed(body) : { content: body, trailers: {} };
  const said: SignedRequest['headers'] = { ...headers, ...trailers };
  const digest = (algorithm: string) => createHash(algorithm).update(content).digest('base64');
  const checks: Array<[header: string, actual: () => string]> = [
    ['content-md5', () => digest('md5')],
    ['x-amz-checksum-sha1', () => digest('sha1')],
    ['x-amz-checksum-sha256', () => digest('sha256')],
    ['x-amz-checksum-crc32', () => crc32Of(content)],
  ];
  for (const [header, actual] of checks) {
    const expected = said[header];
    if (expected !== undefined && expected !== actual()) throw new BadDigestError(header);
  }
  return content;
}

function crc32Of(content: Buffer): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(content));
  return bytes.toString('base64');
}

/** `aws-chunked`: length in hexadecimal, bytes, and so on until a length of 0; then trailing headers. */
function unframed(body: Buffer): { content: Buffer; trailers: Record<string, string> } {
  const parts: Buffer[] = [];
  let at = 0;
  const line = (): string => {
    const end = body.indexOf('\r\n', at);
    if (end < 0) throw new InvalidArgumentError('The body ended in the middle of a chunk.', 'IncompleteBody');
    const text = body.toString('latin1', at, end);
    at = end + 2;
    return text;
  };
  for (;;) {
    const length = Number.parseInt(line(), 16);
    if (!(length >= 0) || at + length > body.length)
      throw new InvalidArgumentError('A chunk of the body has no valid length.', 'IncompleteBody');
    if (length === 0) break;
    parts.push(body.subarray(at, at + length));
    at += length;
    line();
  }
  const trailers: Record<string, string> = {};
  while (at < body.length) {
    const [name = '', value = ''] = line().split(/:\s*/, 2);
    if (name) trailers[name.toLowerCase()] = value;
  }
  return { content: Buffer.concat(parts), trailers };
}
