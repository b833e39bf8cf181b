import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type Admission, ForeignCallerError } from '../admission';
import type { Authenticate } from './authentication';
import { readRequest } from './documents';
import { RequestError } from './errors';
import type { ExecuteOperation } from './operations';
import { refusal } from './responses';

/** AppSync's limit for the body of a request. */
export const MAX_REQUEST_BYTES = 1024 * 1024;

/** What a page may send and read, once it is one that may ask. */
const CORS_HEADERS = {
  'access-control-allow-headers':
    'authorization, content-type, x-api-key, x-amz-date, x-amz-security-token, x-amz-user-agent, x-amz-content-sha256',
  'access-control-allow-methods': 'POST, OPTIONS',
  'access-control-expose-headers': 'x-amzn-RequestId, x-amzn-ErrorType',
  'access-control-max-age': '172800',
};

/** Headers with one value each, names in lower case. */
export const headersOf = (request: IncomingMessage): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );

/**
 * Answers `POST /graphql`. Whatever a client sends, it gets an answer, and the server stays up. AppSync lets
 * every page ask and leaves it to tokens; here the pages that may are known, and on this computer others run.
 */
export function createHttpListener(
  admission: Admission,
  authenticate: Authenticate,
  execute: ExecuteOperation,
  reportFailure: (error: unknown) => void,
): RequestListener {
  return async (request, response) => {
    const cors = { ...CORS_HEADERS, ...admission.corsHeaders(request.headers) };
    try {
      admission.check(request.headers);
      if (request.method === 'OPTIONS') {
        response.writeHead(200, cors).end();
        return;
      }
      answer(response, cors, 200, await handle(request));
    } catch (error) {
      const known = error instanceof RequestError || error instanceof ForeignCallerError;
      if (!known) reportFailure(error);
      const failure = known
        ? error
        : new RequestError(
            500,
            'InternalFailure',
            'The local AppSync failed; see its terminal for the cause.',
          );
      answer(response, cors, failure.statusCode, refusal(failure), failure.errorType);
      // The rest of a body that nobody will read. A foreign page's may not have begun, and it gets the answer.
      if (error instanceof ForeignCallerError) request.resume();
      else if (!request.complete) request.destroy();
    }
  };

  async function handle(request: IncomingMessage): Promise<object> {
    const [path = '', query = ''] = (request.url ?? '').split('?', 2);
    if (path !== '/graphql') throw new RequestError(404, 'NotFoundException', `There is nothing at ${path}.`);
    if (request.method !== 'POST') {
      throw new RequestError(405, 'MethodNotAllowedException', 'GraphQL requests are sent with POST.');
    }
    const body = await readBody(request);
    const signed = { method: 'POST', path, query, headers: headersOf(request), body };
    const caller = await authenticate(signed, request.socket.remoteAddress ?? '');
    return execute(readRequest(body.toString('utf8')), caller);
  }
}

function answer(
  response: ServerResponse,
  cors: Record<string, string>,
  statusCode: number,
  body: object,
  errorType?: string,
): void {
  response.writeHead(statusCode, {
    'content-type': 'application/json;charset=UTF-8',
    'x-amzn-requestid': randomUUID(),
    ...(errorType ? { 'x-amzn-errortype': errorType } : {}),
    ...cors,
  });
  response.end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Read on to a small multiple of the limit, so that an honest client sees the answer and not a reset.
    if (size > 8 * MAX_REQUEST_BYTES) break;
    chunks.push(chunk);
  }
  if (size > MAX_REQUEST_BYTES) {
    throw new RequestError(
      413,
      'RequestEntityTooLargeException',
      `The request has more than ${MAX_REQUEST_BYTES} bytes, which is AppSync's limit.`,
    );
  }
  return Buffer.concat(chunks);
}
