import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { type Admission, ForeignCallerError } from '../admission';
import { AuthorizationError, type SignedRequest } from '../iam';
import { createPatientServer } from '../patientServer';
import { headOf, readBody } from '../receivedRequest';
import {
  CognitoError,
  InvalidParameterError,
  RequestTooLargeError,
  SerializationError,
  UnsupportedOperationError,
} from './errors';
import { operations, signedOperations } from './operations';
import type { Pool } from './pool';
import { RequestFields } from './requestFields';

const TARGET_PREFIX = 'AWSCognitoIdentityProviderService.';
/** Far above any real request, in bytes. */
const MAX_BODY_BYTES = 128 * 1024;

export interface ServerOptions {
  readonly pool: Pool;
  readonly admission: Admission;
  readonly clientId: string;
  readonly userPoolId: string;
  /** Whether whoever signed a request may do this in the pool. @throws AuthorizationError */
  readonly authorize: (request: SignedRequest, action: string) => void;
  /** JSON documents served by GET, by path, such as `/<pool>/.well-known/jwks.json`. */
  readonly documents: () => ReadonlyMap<string, object>;
  /** Told of every failure that is this server's own fault, with its cause. */
  readonly onInternalError: (error: unknown) => void;
}

/** Serves the user-pool API (`application/x-amz-json-1.1`) and the pool's public documents. */
export function createCognitoServer(options: ServerOptions): Server {
  return createPatientServer((request, response) => {
    answer(request, options)
      .catch((error: unknown) => failure(error, options))
      .then(({ status, body, headers }) => {
        response.writeHead(status, { ...corsHeaders(request, options), ...headers });
        response.end(body === undefined ? undefined : JSON.stringify(body));
        // The rest of a refused body is read and dropped: cutting the line would hide the answer.
        request.resume();
      })
      .catch((error: unknown) => abandon(response, error, options));
  });
}

interface Answer {
  readonly status: number;
  readonly body?: object;
  readonly headers: Record<string, string>;
}

async function answer(request: IncomingMessage, options: ServerOptions): Promise<Answer> {
  options.admission.check(request.headers);
  if (request.method === 'OPTIONS') return { status: 204, headers: {} };
  if (request.method === 'GET') return document(request.url ?? '/', options);
  const name = nameOf(request);
  const signed = signedOperations.get(name);
  const operation = signed ?? operations.get(name);
  if (!operation) throw new UnsupportedOperationError(`the operation "${name}"`);
  const body = await wholeBody(request);
  if (signed) options.authorize({ ...headOf(request), body }, `cognito-idp:${name}`);
  const fields = RequestFields.parse(body.toString('utf8'));
  if (signed) checkPool(fields, options.userPoolId);
  else checkClient(fields, options.clientId);
  return reply(200, await operation(options.pool, fields));
}

function document(url: string, { documents }: ServerOptions): Answer {
  const found = documents().get(url.split('?', 1)[0] ?? url);
  const headers = { 'content-type': 'application/json' };
  return found
    ? { status: 200, body: found, headers }
    : { status: 404, body: { message: `The local Cognito has no document at ${url}` }, headers };
}

function nameOf({ headers }: IncomingMessage): string {
  const target = String(headers['x-amz-target'] ?? '');
  return target.startsWith(TARGET_PREFIX) ? target.slice(TARGET_PREFIX.length) : target;
}

async function wholeBody(request: IncomingMessage): Promise<Buffer> {
  try {
    return await readBody(request, MAX_BODY_BYTES, () => new RequestTooLargeError(MAX_BODY_BYTES));
  } catch (cause) {
    if (cause instanceof CognitoError) throw cause;
    throw new SerializationError('The request ended before its body did.', { cause });
  }
}

function checkClient(fields: RequestFields, clientId: string): void {
  const claimed = fields.optionalText('ClientId');
  // Operations with an access token carry no client id; the token names its client.
  if (claimed === undefined && !fields.optionalText('AccessToken')) {
    throw new InvalidParameterError('Missing required parameter ClientId');
  }
  if (claimed !== undefined && claimed !== clientId) {
    throw new CognitoError('ResourceNotFoundException', `User pool client ${claimed} does not exist.`);
  }
}

/** Operations with a signature name the pool, and no client. */
function checkPool(fields: RequestFields, userPoolId: string): void {
  const named = fields.text('UserPoolId');
  if (named !== userPoolId)
    throw new CognitoError('ResourceNotFoundException', `User pool ${named} does not exist.`);
}

function reply(status: number, body: object, extra: Record<string, string> = {}): Answer {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'cache-control': 'no-store' };
  return { status, body, headers: { ...headers, 'x-amzn-requestid': randomUUID(), ...extra } };
}

function failure(error: unknown, { onInternalError }: ServerOptions): Answer {
  if (error instanceof CognitoError) {
    const { type, message, statusCode } = error;
    if (error.cause && type === 'CodeDeliveryFailureException') onInternalError(error);
    return reply(statusCode, { __type: type, message }, { 'x-amzn-errortype': type });
  }
  if (error instanceof ForeignCallerError || error instanceof AuthorizationError) {
    const { errorType, message, statusCode } = error;
    return reply(statusCode, { __type: errorType, message }, { 'x-amzn-errortype': errorType });
  }
  onInternalError(error);
  const type = 'InternalErrorException';
  const message = 'The local Cognito failed; its terminal says why.';
  return reply(500, { __type: type, message }, { 'x-amzn-errortype': type });
}

/** The connection broke while the answer was on its way: nobody is left to be told but the operator. */
function abandon(response: ServerResponse, error: unknown, { onInternalError }: ServerOptions): void {
  onInternalError(error);
  response.destroy();
}

function corsHeaders({ headers }: IncomingMessage, { admission }: ServerOptions): Record<string, string> {
  return {
    ...admission.corsHeaders(headers),
    'access-control-allow-methods': 'GET,POST,OPTIONS',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
    'access-control-expose-headers': 'x-amzn-requestid,x-amzn-errortype',
    'access-control-max-age': '600',
  };
}
