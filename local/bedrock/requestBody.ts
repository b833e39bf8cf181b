import { BedrockError } from './errors';
import type { HttpRequest } from './listener';

/** Bedrock's own limit for a Converse payload. */
const LARGEST_BODY = 25 * 1024 * 1024;

/**
 * Collects a request's body. One that is too big is read to its end but not kept, so that the client gets
 * the answer instead of a broken pipe.
 * @throws BedrockError (ValidationException)
 */
export async function readBody(request: HttpRequest): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= LARGEST_BODY) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (length > LARGEST_BODY) {
    throw new BedrockError(
      'ValidationException',
      `The request body has ${length} bytes; at most ${LARGEST_BODY} (25 MB) are allowed.`,
    );
  }
  return Buffer.concat(chunks);
}
