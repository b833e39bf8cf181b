import type { IncomingMessage, Server } from 'node:http';
import { type RawData, WebSocket, WebSocketServer } from 'ws';
import { type Admission, ForeignCallerError } from '../admission';
import type { Authenticate } from './authentication';
import { readRequest } from './documents';
import { AppSyncError, MalformedRequestError, RequestError, UnauthorizedRequestError } from './errors';
import { whenExpired } from './expiry';
import { MAX_REQUEST_BYTES } from './http';
import { Strangers } from './strangers';
import { documentErrors, type Subscriptions } from './subscriptions';

/** AppSync's own figures: a sign of life every minute, and how long a client waits for one. */
const KEEP_ALIVE_MS = 60_000;
const CONNECTION_TIMEOUT_MS = 300_000;
const MAX_SUBSCRIPTIONS = 100;

/** Close code for a connection without good credentials, in the range that applications may use. */
const UNAUTHORIZED = 4401;

type Headers = Record<string, string | undefined>;

interface ClientMessage {
  readonly type?: string;
  readonly id?: string;
  readonly payload?: { readonly data?: string; readonly extensions?: { readonly authorization?: Headers } };
}

export interface Realtime {
  close(): void;
}

/** Serves `/graphql/realtime` of a server: AppSync's WebSocket protocol as the Amplify client speaks it. */
export function serveRealtime(
  server: Server,
  admission: Admission,
  authenticate: Authenticate,
  subscriptions: Subscriptions,
  reportFailure: (error: unknown) => void,
  strangersPatienceMs?: number,
): Realtime {
  const strangers = new Strangers(strangersPatienceMs);
  const sockets = new WebSocketServer({
    server,
    path: '/graphql/realtime',
    maxPayload: MAX_REQUEST_BYTES,
    // A browser lets every page open a WebSocket anywhere; only here can a foreign one be kept out.
    verifyClient: ({ req }, decide) => {
      try {
        admission.check(req.headers);
        decide(true);
      } catch (error) {
        if (!(error instanceof ForeignCallerError)) throw error;
        decide(false, error.statusCode, error.message);
      }
    },
    // The credentials travel as a second subprotocol, which must not be chosen.
    handleProtocols: (protocols) => (protocols.has('graphql-ws') ? 'graphql-ws' : false),
  });
  sockets.on('connection', (socket, request) => {
    new Connection(socket, request, strangers, authenticate, subscriptions, reportFailure);
  });
  return {
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

class Connection {
  readonly #stops = new Map<string, () => void>();
  #received: Promise<void> = Promise.resolve();
  readonly #sourceIp: string;
  /** Why the connection is refused, if it is. */
  readonly #refusal: Promise<RequestError | undefined>;

  constructor(
    private readonly socket: WebSocket,
    request: IncomingMessage,
    strangers: Strangers,
    private readonly authenticate: Authenticate,
    private readonly subscriptions: Subscriptions,
    private readonly reportFailure: (error: unknown) => void,
  ) {
    this.#sourceIp = request.socket.remoteAddress ?? '';
    this.#refusal = this.#checkConnection(request);
    // Said in answer to the first message, as a client listens only once it has sent that; some never do.
    strangers.add(socket, () => void this.#refuseConnection());
    void this.#refusal.then((refusal) => {
      if (!refusal) strangers.remove(socket);
    });
    const keepAlive = setInterval(() => this.#send({ type: 'ka' }), KEEP_ALIVE_MS);
    // A client may break the protocol; ws closes the connection itself, and there is no one to tell.
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(keepAlive);
      for (const stop of this.#stops.values()) stop();
    });
    socket.on('message', (data) => {
      // One after the other: a stop must not overtake the start it belongs to.
      this.#received = this.#received
        .then(() => this.#receive(data))
        .catch((error: unknown) => this.#refuse(undefined, error));
    });
  }

  async #checkConnection(request: IncomingMessage): Promise<RequestError | undefined> {
    try {
      await this.#authenticated(connectionHeaders(request), '/graphql/connect', '{}');
      return undefined;
    } catch (error) {
      return this.#asRequestError(error);
    }
  }

  /** @returns whether it was refused */
  async #refuseConnection(): Promise<boolean> {
    const refusal = await this.#refusal;
    if (!refusal) return false;
    const { errorType, message, statusCode } = refusal;
    this.#send({
      type: 'connection_error',
      payload: { errors: [{ errorType, errorCode: statusCode, message }] },
    });
    this.socket.close(UNAUTHORIZED, errorType);
    return true;
  }

  async #receive(data: RawData): Promise<void> {
    if (await this.#refuseConnection()) return;
    let message: ClientMessage;
    try {
      message = (JSON.parse(String(data)) ?? {}) as ClientMessage;
    } catch (cause) {
      throw new MalformedRequestError('The message is not valid JSON.', { cause });
    }
    switch (message.type) {
      case 'connection_init':
        this.#send({ type: 'connection_ack', payload: { connectionTimeoutMs: CONNECTION_TIMEOUT_MS } });
        this.#send({ type: 'ka' });
        return;
      case 'start':
        await this.#start(message).catch((error: unknown) => this.#refuse(message.id, error));
        return;
      case 'stop':
        this.#stop(message.id ?? '');
        return;
      default:
        throw new RequestError(400, 'UnsupportedOperation', `Unknown message type ${String(message.type)}.`);
    }
  }

  async #start({ id, payload }: ClientMessage): Promise<void> {
    if (typeof id !== 'string' || typeof payload?.data !== 'string') {
      throw new MalformedRequestError('A start message needs an id and data.');
    }
    if (this.#stops.size >= MAX_SUBSCRIPTIONS) {
      throw new RequestError(
        429,
        'MaxSubscriptionsReachedError',
        `One connection carries at most ${MAX_SUBSCRIPTIONS} subscriptions.`,
      );
    }
    if (this.#stops.has(id)) {
      throw new RequestError(400, 'DuplicatedOperationError', `The subscription ${id} is already there.`);
    }
    const headers = payload.extensions?.authorization ?? {};
    const caller = await this.#authenticated(headers, '/graphql', payload.data);
    const stop = await this.subscriptions.subscribe(readRequest(payload.data), caller, (message) =>
      this.#send({ type: 'data', id, payload: message }),
    );
    if (this.socket.readyState !== WebSocket.OPEN) {
      stop();
      return;
    }
    // As AppSync does, which the Amplify client takes for a reason to connect anew with a fresh token.
    const callOff = whenExpired(caller, () => {
      this.#stops.get(id)?.();
      this.#stops.delete(id);
      this.#refuse(id, new UnauthorizedRequestError('Token has expired.'));
    });
    this.#stops.set(id, () => {
      callOff();
      stop();
    });
    this.#send({ type: 'start_ack', id });
  }

  #stop(id: string): void {
    const stop = this.#stops.get(id);
    if (!stop) throw new RequestError(400, 'UnknownOperationError', `There is no subscription ${id}.`);
    stop();
    this.#stops.delete(id);
    this.#send({ type: 'complete', id });
  }

  #authenticated(headers: Headers, path: string, body: string) {
    const lowerCase = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const signed = { method: 'POST', path, query: '', headers: lowerCase, body: Buffer.from(body) };
    return this.authenticate(signed, this.#sourceIp);
  }

  #refuse(id: string | undefined, error: unknown): void {
    if (error instanceof AggregateError) {
      this.#send({ type: 'error', id, payload: { errors: documentErrors(error) } });
      return;
    }
    const { errorType, message } = error instanceof AppSyncError ? error : this.#asRequestError(error);
    this.#send({ type: 'error', id, payload: { errors: [{ errorType, message }] } });
  }

  #asRequestError(error: unknown): RequestError {
    if (error instanceof RequestError) return error;
    this.reportFailure(error);
    return new RequestError(500, 'InternalFailure', 'The local AppSync failed; see its terminal.');
  }

  #send(message: object): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }
}

/** The credentials of a connection: base64 in the subprotocol `header-…`, or in the query as `header`. */
function connectionHeaders(request: IncomingMessage): Headers {
  const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  const encoded =
    protocols.find((name) => name.startsWith('header-'))?.slice('header-'.length) ??
    new URL(request.url ?? '/', 'http://localhost').searchParams.get('header');
  if (!encoded) return {};
  try {
    return JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8')) as Headers;
  } catch (cause) {
    throw new MalformedRequestError('The connection header is not base64 of JSON.', { cause });
  }
}
