import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { RequestBody } from './dynalite';
import { MalformedRequestError, RequestTooLargeError, UnsupportedOperationError } from './errors';
import type { Operations } from './operations';

const TARGET_PREFIX = 'DynamoDB_20120810.';
/** The service's own limit, in bytes. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;
const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * Serves the DynamoDB API (`application/x-amz-json-1.0`). Requests must carry a signature, which is not
 * checked: it keeps web pages out, since a browser asks before it sends that header and gets no leave.
 * @param onInternalError told of every failure that is the server's own fault
 */
export function createDynamoDbServer(
  operations: Operations,
  onInternalError: (error: unknown) => void,
): Server {
  const server = createServer((request, response) => {
    answer(request, operations)
      .catch((error: unknown) => failure(error, onInternalError))
      .then(({ status, body }) => {
        const headers = {
          'content-type': 'application/x-amz-json-1.0',
          'x-amzn-requestid': randomUUID(),
          // A server that is closing waits for its connections, so none may stay open for more requests.
          ...(!server.listening && { connection: 'close' }),
        };
        response.writeHead(status, headers).end(JSON.stringify(body));
        // The rest of a refused body is read and dropped: cutting the line would hide the answer.
        request.resume();
      })
      .catch((error: unknown) => {
        onInternalError(error);
        response.destroy();
      });
  });
  return server;
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

async function answer(request: IncomingMessage, operations: Operations): Promise<Answer> {
  checkCaller(request);
  const target = String(request.headers['x-amz-target'] ?? '');
  if (!target.startsWith(TARGET_PREFIX)) throw new UnsupportedOperationError(target);
  const body = parse(await readBody(request));
  return { status: 200, body: await operations.run(target.slice(TARGET_PREFIX.length), body) };
}

function checkCaller({ headers }: IncomingMessage): void {
  // A page of a foreign site whose name was pointed at this machine still says the foreign name here.
  const signed = headers.authorization?.startsWith('AWS4-HMAC-SHA256 ');
  if (!signed || !LOOPBACK_HOST.test(headers.host ?? '')) {
    const message = 'Request is missing Authentication Token';
    throw new MalformedRequestError('MissingAuthenticationTokenException', message);
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) throw new RequestTooLargeError(MAX_BODY_BYTES);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof RequestTooLargeError) throw error;
    throw new MalformedRequestError('SerializationException', 'The request ended before its body did.');
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): RequestBody {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new MalformedRequestError('SerializationException', 'The request body is not valid JSON.');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new MalformedRequestError('SerializationException', 'The request body must be a JSON object.');
}

/** Errors of this folder and of dynalite both carry a status and a body; anything else is a defect. */
function failure(error: unknown, onInternalError: (error: unknown) => void): Answer {
  const { statusCode, body } = error as { statusCode?: number; body?: object };
  if (statusCode && body) {
    if (statusCode >= 500) onInternalError(error);
    return { status: statusCode, body };
  }
  onInternalError(error);
  const __type = 'com.amazonaws.dynamodb.v20120810#InternalServerError';
  return { status: 500, body: { __type, message: 'The local DynamoDB failed; its terminal says why.' } };
}
