import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import { createAdmission, ForeignCallerError } from '../admission';
import { AuthorizationError, isSignatureHeader, type Permission, type SignedRequest } from '../iam';
import { createPatientServer } from '../patientServer';
import { headOf, readBody } from '../receivedRequest';
import type { RequestBody } from './dynalite';
import {
  MalformedRequestError,
  RequestTooLargeError,
  refusalBody,
  UnsupportedOperationError,
} from './errors';
import type { Operations } from './operations';
import { permissionsOf } from './permissions';

const TARGET_PREFIX = 'DynamoDB_20120810.';
/** The service's own limit, in bytes. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/**
 * Finds out who signed a request and whether its policies allow all that it does.
 * @throws AuthorizationError to refuse
 */
export type Authorize = (request: SignedRequest, permissions: readonly Permission[]) => void;

/** A request that was answered, for who measures what is read. */
export interface TableCall {
  readonly operation: string;
  readonly request: RequestBody;
  readonly answer: object;
}

interface ServerOptions {
  readonly operations: Operations;
  readonly authorize: Authorize;
  readonly onCall?: (call: TableCall) => void;
  /** Told of every failure that is the server's own fault. */
  readonly onInternalError: (error: unknown) => void;
}

const admission = createAdmission([]);

/** Serves the DynamoDB API (`application/x-amz-json-1.0`) to who signs its requests, and to no page. */
export function createDynamoDbServer(options: ServerOptions): Server {
  const { onInternalError } = options;
  const server = createPatientServer((request, response) => {
    answer(request, options)
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

async function answer(request: IncomingMessage, options: ServerOptions): Promise<Answer> {
  const { operations, authorize, onCall } = options;
  admission.check(request.headers);
  if (!isSignatureHeader(request.headers.authorization)) {
    const message = 'Request is missing Authentication Token';
    throw new MalformedRequestError('MissingAuthenticationTokenException', message);
  }
  const bytes = await wholeBody(request);
  const target = String(request.headers['x-amz-target'] ?? '');
  const operation = target.startsWith(TARGET_PREFIX) ? target.slice(TARGET_PREFIX.length) : undefined;
  const body = parse(bytes.toString('utf8'));
  // Before anything is told of operations, tables and what is wrong with the request.
  authorize({ ...headOf(request), body: bytes }, permissionsOf(operation ?? target, body));
  if (operation === undefined) throw new UnsupportedOperationError(target);
  const answered = await operations.run(operation, body);
  onCall?.({ operation, request: body, answer: answered });
  return { status: 200, body: answered };
}

async function wholeBody(request: IncomingMessage): Promise<Buffer> {
  try {
    return await readBody(request, MAX_BODY_BYTES, () => new RequestTooLargeError(MAX_BODY_BYTES));
  } catch (error) {
    if (error instanceof RequestTooLargeError) throw error;
    throw new MalformedRequestError('SerializationException', 'The request ended before its body did.');
  }
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
  if (error instanceof AuthorizationError || error instanceof ForeignCallerError) {
    // Other services answer 403 to a bad signature, DynamoDB 400.
    const status = error instanceof AuthorizationError ? 400 : error.statusCode;
    return { status, body: refusalBody(error.errorType, error.message) };
  }
  const { statusCode, body } = error as { statusCode?: number; body?: object };
  if (statusCode && body) {
    if (statusCode >= 500) onInternalError(error);
    return { status: statusCode, body };
  }
  onInternalError(error);
  const __type = 'com.amazonaws.dynamodb.v20120810#InternalServerError';
  return { status: 500, body: { __type, message: 'The local DynamoDB failed; its terminal says why.' } };
}
