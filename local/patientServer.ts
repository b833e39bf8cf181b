import { createServer, type RequestListener, type Server } from 'node:http';

/**
 * How long a line with nothing on it stays open, in milliseconds. Node's five seconds are less than a client
 * under load can be away: it then writes on a line that was just closed, and cannot know whether it may ask
 * again. AWS's load balancers wait for a minute; this is longer, so that it is the client who lets go.
 */
export const IDLE_LINE_MS = 75_000;

/** An HTTP server as every service here wants it: what may stay open while nothing is asked is decided once. */
export function createPatientServer(listener: RequestListener): Server {
  const server = createServer(listener);
  server.keepAliveTimeout = IDLE_LINE_MS;
  return server;
}
