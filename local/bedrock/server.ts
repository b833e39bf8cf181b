import { randomUUID } from 'node:crypto';
import { createAdmission } from '../admission';
import type { SignedRequest } from '../iam';
import {
  type ConverseBody,
  type ConverseCall,
  type ConverseReply,
  type Engine,
  parseConverseBody,
} from './converse';
import { asWireError } from './errors';
import { replyFrames } from './eventStream';
import { type HttpRequest, type HttpResponse, listen } from './listener';
import { readBody } from './requestBody';
import { type Route, route } from './routes';

/** What is told about a finished call, for the terminal's log. */
export interface BedrockCall {
  modelId: string;
  /** The name of the engine. */
  engine: string;
  latencyMs: number;
  ok: boolean;
  /** What was asked and answered; `reply` is missing where the call failed. */
  body: ConverseBody;
  reply?: ConverseReply;
}

export interface BedrockOptions {
  /** 0 takes any free port. */
  port: number;
  /** Who answers. It is closed with the endpoint. */
  engine: Engine;
  /**
   * Refuses a caller by throwing an error with `errorType` and `statusCode`. Without it everybody may call.
   * @param action `bedrock:InvokeModel`, or `bedrock:InvokeModelWithResponseStream` for ConverseStream
   */
  authorize?: (request: SignedRequest, action: string, resourceArn: string) => unknown;
  onCall?: (call: BedrockCall) => void;
  /** How long a connection may be silent before it has shown who calls, in milliseconds. */
  strangersPatienceMs?: number;
}

export interface Bedrock {
  /** Such as `http://127.0.0.1:5178`, for `AWS_ENDPOINT_URL_BEDROCK_RUNTIME`. */
  endpoint: string;
  /** Who answers, such as `offline drafter (rules, no model)`. */
  describe(): string;
  close(): Promise<void>;
}

/** Serves Bedrock Runtime's Converse and ConverseStream on loopback. @throws when the port is taken */
export async function startBedrock(options: BedrockOptions): Promise<Bedrock> {
  const { engine } = options;
  const admission = createAdmission([]);

  const answer = async (request: HttpRequest, response: HttpResponse, signal: AbortSignal) => {
    const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
    // The body is read first in any case: an answer to half a request looks like a broken connection.
    const body = await readBody(request);
    const headers = headersOf(request);
    admission.check(headers);
    const found = route(request.method ?? 'GET', path);
    await options.authorize?.(
      { method: request.method ?? 'GET', path, query, headers, body },
      found.action,
      found.resourceArn,
    );
    request.socket.setTimeout(0);
    const started = performance.now();
    const call: ConverseCall = {
      modelId: found.modelId,
      body: parseConverseBody(body),
    };
    const report = (reply?: ConverseReply) =>
      options.onCall?.({
        modelId: call.modelId,
        engine: engine.name,
        latencyMs: Math.round(performance.now() - started),
        ok: reply !== undefined,
        body: call.body,
        ...(reply && { reply }),
      });
    let reply: ConverseReply;
    try {
      reply = await engine.converse(call, signal);
    } catch (error) {
      report();
      throw error;
    }
    report(reply);
    send(response, found, reply);
  };

  const handle = (request: HttpRequest, response: HttpResponse) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    answer(request, response, gone.signal).catch((error: unknown) => sendError(response, error));
  };
  const listener = await listen(options.port, handle, options.strangersPatienceMs);

  return {
    endpoint: `http://127.0.0.1:${listener.port}`,
    describe: () => engine.describe(),
    close: async () => {
      await listener.close();
      engine.close?.();
    },
  };
}

/**
 * Header names in lower case, one value each. HTTP/2 sends the host as `:authority`, and AWS's client signs
 * it under that name, so both are there.
 */
function headersOf(request: HttpRequest): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(',') : value;
  }
  if (headers[':authority']) headers.host ??= headers[':authority'];
  return headers;
}

function send(response: HttpResponse, found: Route, reply: ConverseReply): void {
  response.statusCode = 200;
  response.setHeader('x-amzn-requestid', randomUUID());
  const bytes =
    found.operation === 'ConverseStream'
      ? Buffer.concat([...replyFrames(reply)])
      : Buffer.from(JSON.stringify(reply), 'utf8');
  response.setHeader(
    'content-type',
    found.operation === 'ConverseStream' ? 'application/vnd.amazon.eventstream' : 'application/json',
  );
  response.end(bytes);
}

function sendError(response: HttpResponse, error: unknown): void {
  // The answer is on its way already: it can only be left as it is.
  if (response.headersSent) return;
  const { errorType, statusCode, message } = asWireError(error);
  response.statusCode = statusCode;
  response.setHeader('content-type', 'application/json');
  response.setHeader('x-amzn-requestid', randomUUID());
  response.setHeader('x-amzn-errortype', errorType);
  response.end(JSON.stringify({ message }));
}
