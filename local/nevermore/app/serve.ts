import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { type Admission, createAdmission, ForeignCallerError } from '../../admission';
import { browserWebSocketShim } from '../../appsync';
import { createPatientServer } from '../../patientServer';
import { originsOf } from '../../ports';

export const SHIM = '/local-websocket.js';

/**
 * Serves the built app on loopback. The build is the one that deploys; only while it is served here, a
 * script is put in front that lets Amplify's realtime connection reach a local address (it insists on TLS).
 */
export async function serveBuild(
  directory: string,
  port: number,
): Promise<{ url: string; close(): Promise<void> }> {
  const page = withShim(readFileSync(join(directory, 'index.html'), 'utf8'));
  const files = sirv(directory, { etag: true });
  const sendPage = (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    response.end(page);
  };
  const admission = createAdmission(originsOf(port));
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    if (isRefused(admission, request, response)) return;
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('x-frame-options', 'DENY');
    if (path === SHIM) {
      response.setHeader('content-type', 'text/javascript; charset=utf-8');
      response.end(browserWebSocketShim);
    } else if (path === '/' || path === '/index.html') {
      sendPage(response);
    } else {
      // Every other path without a file is a page of the app, which finds its own way.
      files(request, response, () => {
        if (/\.\w+$/.test(path)) response.writeHead(404).end();
        else sendPage(response);
      });
    }
  };
  const server = createPatientServer(answer);
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(port, '127.0.0.1', listening);
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Answers a foreign page or host name itself. @returns whether it did */
export function isRefused(admission: Admission, request: IncomingMessage, response: ServerResponse): boolean {
  try {
    admission.check(request.headers);
    return false;
  } catch (error) {
    if (!(error instanceof ForeignCallerError)) throw error;
    response.writeHead(error.statusCode, { 'content-type': 'text/plain; charset=utf-8' }).end(error.message);
    return true;
  }
}

/** In front of every script of the page; a file of its own, because the page's policy allows no inline ones. */
const withShim = (page: string): string =>
  page.replace(/<script/, `<script src="${SHIM}"></script>\n    <script`);
