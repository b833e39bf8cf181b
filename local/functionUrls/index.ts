import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdmission, ForeignCallerError } from '../admission';
import type { FunctionUrl } from '../assembly';
import { FunctionError, type LocalLambda } from '../lambda';
import { createPatientServer } from '../patientServer';
import { readBody } from '../receivedRequest';
import { type Answer, answerFrom } from './answer';
import { eventOf } from './event';

/** The service refuses longer ones before any function runs. */
const BODY_BYTES = 6 * 1024 * 1024;

export interface FunctionUrlOptions {
  url: FunctionUrl;
  /** 0 takes a free one. */
  port: number;
  /** Pages of the app that may ask; what a function lets in besides is its own business on AWS. */
  origins: readonly string[];
  invoke: LocalLambda['invoke'];
  onError: (error: unknown) => void;
}

class TooLargeError extends Error {
  override name = 'TooLargeError';
}

/** Serves one function by HTTP, as its function URL does: event and answer in the format 2.0, buffered. */
export async function startFunctionUrl(
  options: FunctionUrlOptions,
): Promise<{ endpoint: string; close(): Promise<void> }> {
  const { url, origins } = options;
  const admission = createAdmission(origins);
  const server = createPatientServer((message, response) => {
    void answer(message, options, admission).then((reply) => {
      send(response, reply, admission.corsHeaders(message.headers));
      message.resume();
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(options.port, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: url.url.replace(/:\d+\//, `:${port}/`),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  message: IncomingMessage,
  { url, invoke, onError }: FunctionUrlOptions,
  admission: ReturnType<typeof createAdmission>,
): Promise<Answer> {
  try {
    admission.check(message.headers);
    if (url.unserved.length > 0)
      return refusal(
        501,
        `The local function URL ${url.logicalId} does not serve ${url.unserved.join(', ')}.`,
      );
    if (!url.isOpen)
      return refusal(
        403,
        'Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
      );
    const body = await readBody(message, BODY_BYTES, () => new TooLargeError());
    const { qualifier } = url;
    return answerFrom(await invoke(url.functionArn, eventOf(message, body), qualifier ? { qualifier } : {}));
  } catch (error) {
    if (error instanceof ForeignCallerError) return refusal(error.statusCode, error.message);
    if (error instanceof TooLargeError) return refusal(413, 'Request Entity Too Large');
    // What a function throws is in its log; whoever asked is told no more than by the service.
    if (!(error instanceof FunctionError)) onError(error);
    return refusal(502, 'Internal Server Error');
  }
}

const refusal = (status: number, Message: string): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify({ Message })),
});

function send(
  response: ServerResponse,
  { status, headers, body }: Answer,
  cors: Record<string, string>,
): void {
  if (response.destroyed) return;
  response.writeHead(status, { ...cors, ...headers, 'content-length': body.length });
  response.end(body);
}
