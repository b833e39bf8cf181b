import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createHttp2, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createPatientServer } from '../patientServer';

export type HttpRequest = IncomingMessage | Http2ServerRequest;
export type HttpResponse = ServerResponse | Http2ServerResponse;
type Handler = (request: HttpRequest, response: HttpResponse) => void;

/** How an HTTP/2 connection without TLS begins ("PRI * HTTP/2.0"); no HTTP/1.1 method starts so. */
const HTTP2_PREFACE = 'PRI';

/** How long a connection may be silent before it has shown who calls, in milliseconds. */
const STRANGERS_PATIENCE_MS = 60_000;

interface Listener {
  port: number;
  close(): Promise<void>;
}

/**
 * Serves HTTP/1.1 and HTTP/2 without TLS on one loopback port: Bedrock's own client speaks HTTP/2 unless
 * it is told otherwise, everything else speaks HTTP/1.1.
 * @throws the socket's error, such as EADDRINUSE
 */
export async function listen(
  port: number,
  handler: Handler,
  strangersPatienceMs = STRANGERS_PATIENCE_MS,
): Promise<Listener> {
  const http1 = createPatientServer(handler);
  const http2 = createHttp2(handler);
  // Until a caller is known; a model may then think for minutes before the first byte.
  http1.setTimeout(strangersPatienceMs);
  http2.setTimeout(strangersPatienceMs);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A client that goes away in the middle is its own business; the request's handler sees the close.
    socket.on('error', () => socket.destroy());
    socket.setTimeout(strangersPatienceMs, () => socket.destroy());
    whenItsProtocolShows(socket, (isHttp2) => (isHttp2 ? http2 : http1).emit('connection', socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        for (const socket of sockets) socket.destroy();
        http1.close();
        http2.close();
      }),
  };
}

function whenItsProtocolShows(socket: Socket, serve: (isHttp2: boolean) => void): void {
  let seen = Buffer.alloc(0);
  const onData = (chunk: Buffer) => {
    seen = Buffer.concat([seen, chunk]);
    if (seen.length < HTTP2_PREFACE.length) return;
    socket.off('data', onData);
    socket.pause();
    socket.unshift(seen);
    // From here on the protocol's own server counts.
    socket.setTimeout(0).removeAllListeners('timeout');
    const isHttp2 = seen.subarray(0, HTTP2_PREFACE.length).toString('latin1') === HTTP2_PREFACE;
    serve(isHttp2);
    if (!isHttp2) socket.resume();
  };
  socket.on('data', onData);
}
