import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdmission } from '../admission';
import { createPatientServer } from '../patientServer';
import { headOf } from '../receivedRequest';
import { LambdaApiError, RequestTooLargeError } from './errors';
import type { OnInternalError } from './executionDriver';
import { REQUEST_BODY_BYTES } from './limits';
import type { ExecutionPages } from './page';
import { type ApiReply, type ApiRequest, operationOf, type Services } from './routes';

/**
 * Decides whether a caller may do something.
 * @param action IAM action, like `lambda:InvokeFunction`
 * @param resourceArn function (with its qualifier, if any) or durable execution
 * @throws an error with `errorType` and `statusCode`, which the caller gets, to refuse
 */
export type Authorize = (request: ApiRequest, action: string, resourceArn: string) => Promise<void>;

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // The rest is read all the same and thrown away: a client that is still writing would not see the answer.
    if (bytes <= REQUEST_BODY_BYTES) chunks.push(chunk);
  }
  if (bytes > REQUEST_BODY_BYTES) throw new RequestTooLargeError(REQUEST_BODY_BYTES, 'any');
  return Buffer.concat(chunks);
}

async function requestOf(message: IncomingMessage): Promise<ApiRequest> {
  return { ...headOf(message), body: await bodyOf(message) };
}

function send(response: ServerResponse, reply: ApiReply): void {
  const body = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
  const length = reply.statusCode === 204 ? {} : { 'content-length': Buffer.byteLength(body) };
  response.writeHead(reply.statusCode, {
    'content-type': 'application/json',
    'x-amzn-requestid': randomUUID(),
    ...length,
    ...reply.headers,
  });
  response.end(body);
}

function errorReply(errorType: string, statusCode: number, message: string): ApiReply {
  // AWS writes `message` for some errors and `Message` for others; its SDKs look for the one they expect.
  const body = { Type: statusCode < 500 ? 'User' : 'Service', message, Message: message };
  return { statusCode, body, headers: { 'x-amzn-errortype': errorType } };
}

function failureReply(error: unknown, onInternalError: (error: unknown) => void): ApiReply {
  if (error instanceof LambdaApiError) return errorReply(error.errorType, error.statusCode, error.message);
  if (error instanceof URIError) return errorReply('InvalidParameterValueException', 400, error.message);
  const { errorType, statusCode } = error as { errorType?: unknown; statusCode?: unknown };
  if (error instanceof Error && typeof errorType === 'string' && typeof statusCode === 'number') {
    return errorReply(errorType, statusCode, error.message);
  }
  onInternalError(error);
  return errorReply('ServiceException', 500, 'The local Lambda endpoint failed; see its log.');
}

/** Serves the API on the loopback interface. `port` 0 takes a free one. */
export async function serve(
  port: number,
  services: Services,
  authorize: Authorize,
  onInternalError: OnInternalError,
  pages?: ExecutionPages,
): Promise<{ endpoint: string; close(): Promise<void> }> {
  const admission = createAdmission([]);
  const answer = async (message: IncomingMessage): Promise<ApiReply> => {
    try {
      admission.check(message.headers);
      const page = pages?.answer(headOf(message));
      if (page) return page;
      const request = await requestOf(message);
      const operation = operationOf(request, services);
      await authorize(request, operation.action, operation.resource());
      return await operation.run();
    } catch (error) {
      return failureReply(error, (cause) => onInternalError(cause, `${message.method} ${message.url}`));
    }
  };
  const server: Server = createPatientServer((message, response) => {
    void answer(message).then((reply) => {
      if (!response.destroyed) send(response, reply);
      // The rest of a refused body is read and dropped: cutting the line would hide the answer.
      message.resume();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
