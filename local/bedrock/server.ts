import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { createAdmission } from '../admission';
import type { Guardrail } from '../assembly/types';
import type { SignedRequest } from '../iam';
import {
  type ConverseBody,
  type ConverseCall,
  type ConverseReply,
  type Engine,
  parseConverseBody,
  plainBody,
} from './converse';
import { type Embedder, invokeTitan } from './embed';
import { asWireError } from './errors';
import { exceptionFrame, liveFrames, replyFrames } from './eventStream';
import { applyGuardrail, parseApplyBody } from './guardrail/apply';
import { guarded } from './guardrail/guarded';
import { createGuardrails } from './guardrail/known';
import { type HttpRequest, type HttpResponse, listen } from './listener';
import { readBody } from './requestBody';
import { rightToApply, route } from './routes';

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
  /** Who embeds. Without one every call to an embedding model is refused. */
  embedder?: Embedder;
  /**
   * Refuses a caller by throwing an error with `errorType` and `statusCode`. Without it everybody may call.
   * @param action `bedrock:InvokeModel`, `bedrock:InvokeModelWithResponseStream` for ConverseStream, and
   * `bedrock:ApplyGuardrail` beside them where a guardrail is asked for
   */
  authorize?: (request: SignedRequest, action: string, resourceArn: string) => unknown;
  onCall?: (call: BedrockCall) => void;
  /** Those of the account. */
  guardrails?: readonly Guardrail[];
  /** Told once for each guardrail in use, in a sentence, which of its policies are not applied here. */
  onNotTried?: (sentence: string) => void;
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

/** Serves Bedrock Runtime's Converse, ConverseStream, InvokeModel and ApplyGuardrail on loopback. @throws when the port is taken */
export async function startBedrock(options: BedrockOptions): Promise<Bedrock> {
  const { engine } = options;
  const admission = createAdmission([]);
  const guardrails = createGuardrails(options.guardrails ?? [], options.onNotTried ?? (() => {}));

  const answer = async (request: HttpRequest, response: HttpResponse, signal: AbortSignal) => {
    const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
    // The body is read first in any case: an answer to half a request looks like a broken connection.
    const body = await readBody(request);
    const headers = headersOf(request);
    admission.check(headers);
    const found = route(request.method ?? 'GET', path);
    const signed = { method: request.method ?? 'GET', path, query, headers, body };
    await options.authorize?.(signed, found.action, found.resourceArn);
    request.socket.setTimeout(0);
    const mayAlso = async (action: string, resourceArn: string) => {
      await options.authorize?.(signed, action, resourceArn);
    };
    if (found.operation === 'ApplyGuardrail') {
      send(response, 'json', await apply(found, body, signal));
      return;
    }
    if (found.operation === 'InvokeModel') {
      send(response, 'json', await invokeTitan(found.modelId, body, options.embedder, signal));
      return;
    }
    const live = found.operation === 'ConverseStream' && liveCall(found.modelId, body);
    if (live) {
      await stream(live, response, signal);
      return;
    }
    const reply = await converse(found.modelId, body, mayAlso, signal);
    if (found.operation === 'Converse') send(response, 'json', reply);
    else send(response, 'stream', reply);
  };

  /**
   * A call whose answer can be told while it comes: in words, with nothing that has to look at the whole of it first, as
   * a guardrail does.
   */
  const liveCall = (modelId: string, raw: Buffer): ConverseCall | undefined => {
    const given = parseConverseBody(raw);
    return engine.stream && !given.guardrailConfig && !given.toolConfig
      ? { modelId, body: plainBody(given) }
      : undefined;
  };

  const stream = async (call: ConverseCall, response: HttpResponse, signal: AbortSignal): Promise<void> => {
    const started = performance.now();
    let reply: ConverseReply | undefined;
    const pieces = async function* () {
      for await (const piece of engine.stream?.(call, signal) ?? []) {
        if (typeof piece !== 'string') reply = piece;
        yield piece;
      }
    };
    try {
      await sendLive(response, liveFrames(await begun(pieces())));
    } finally {
      options.onCall?.({
        modelId: call.modelId,
        engine: engine.name,
        latencyMs: Math.round(performance.now() - started),
        ok: reply !== undefined,
        body: call.body,
        ...(reply && { reply }),
      });
    }
  };

  const apply = async (
    { identifier, version }: { identifier: string; version: string },
    raw: Buffer,
    signal: AbortSignal,
  ): Promise<object> => {
    const body = parseApplyBody(raw);
    if (engine.guardrails && !guardrails.has(identifier))
      return engine.guardrails.apply({ identifier, version, body }, signal);
    return applyGuardrail(guardrails.find(identifier, version, 'ResourceNotFoundException'), version, body);
  };

  const converse = async (
    modelId: string,
    raw: Buffer,
    mayAlso: (action: string, resourceArn: string) => Promise<void>,
    signal: AbortSignal,
  ): Promise<ConverseReply> => {
    const started = performance.now();
    const given = parseConverseBody(raw);
    const { guardrailConfig: config } = given;
    const body = plainBody(given);
    if (config) {
      const { action, resourceArn } = rightToApply(config.guardrailIdentifier);
      await mayAlso(action, resourceArn);
    }
    const report = (reply?: ConverseReply) =>
      options.onCall?.({
        modelId,
        engine: engine.name,
        latencyMs: Math.round(performance.now() - started),
        ok: reply !== undefined,
        body,
        ...(reply && { reply }),
      });
    const ask = (asked: ConverseBody) => engine.converse({ modelId, body: asked }, signal);
    const answer = (): Promise<ConverseReply> => {
      if (!config) return ask(body);
      const { guardrailIdentifier: identifier, guardrailVersion: version } = config;
      if (engine.guardrails && !guardrails.has(identifier))
        return engine.guardrails.converse({ modelId, body: JSON.parse(raw.toString('utf8')) }, signal);
      return guarded(guardrails.find(identifier, version, 'ValidationException'), given, ask);
    };
    try {
      const reply = await answer();
      report(reply);
      return reply;
    } catch (error) {
      report();
      throw error;
    }
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

/** The same stream once its first piece is here: what fails before that is refused as a whole. */
async function begun<Piece>(pieces: AsyncIterable<Piece>): Promise<AsyncIterable<Piece>> {
  const iterator = pieces[Symbol.asyncIterator]();
  const first = await iterator.next();
  return (async function* () {
    if (!first.done) yield first.value;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  })();
}

/** Sends frames as they come. What goes wrong after the first one is told within the stream, as AWS does. */
async function sendLive(response: HttpResponse, frames: AsyncIterable<Uint8Array>): Promise<void> {
  response.statusCode = 200;
  response.setHeader('x-amzn-requestid', randomUUID());
  response.setHeader('content-type', STREAM);
  try {
    for await (const frame of frames) write(response, frame);
  } catch (error) {
    write(response, exceptionFrame(asWireError(error)));
    throw error;
  } finally {
    response.end();
  }
}

/** Whoever asked may have gone. The two protocols have one method with two types. */
const write = (response: HttpResponse, frame: Uint8Array): void => {
  if (!response.writableEnded && !response.destroyed) (response as ServerResponse).write(frame);
};

const STREAM = 'application/vnd.amazon.eventstream';

type Sent = [as: 'json', reply: object] | [as: 'stream', reply: ConverseReply];

function send(response: HttpResponse, ...[as, reply]: Sent): void {
  response.statusCode = 200;
  response.setHeader('x-amzn-requestid', randomUUID());
  response.setHeader('content-type', as === 'stream' ? STREAM : 'application/json');
  response.end(
    as === 'stream' ? Buffer.concat([...replyFrames(reply)]) : Buffer.from(JSON.stringify(reply), 'utf8'),
  );
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
