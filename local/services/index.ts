import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdmission } from '../admission';
import { type Permission, type SignedRequest, signingNameOf } from '../iam';
import { createPatientServer } from '../patientServer';
import { originsOf } from '../ports';
import { headOf, type RequestHead, readBody } from '../receivedRequest';
import { BodyTooLargeError, NotServedError } from './errors';
import { refusalFor } from './refusals';
import type { Pages, Refusal, Reply, Service } from './service';

export * from './errors';
export type { Asked, Pages, Reply, Service } from './service';

export interface ServicesOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** By the name that requests are signed for, such as `ssm`. */
  readonly services: { readonly [signingName: string]: Service };
  /** What unsigned requests may ask for, beside the services. */
  readonly pages?: Pages;
  /** @throws AuthorizationError to refuse */
  readonly authorize: (
    request: SignedRequest,
    service: string,
    permissions: readonly Permission[],
  ) => unknown;
  /** Told of every request for a service that is not served. */
  readonly onRefused: (message: string) => void;
  /** Told of failures that are the local cloud's own. */
  readonly onInternalError: (error: unknown) => void;
}

export interface Services {
  /** What `AWS_ENDPOINT_URL` takes: every service that has no endpoint of its own. */
  readonly endpoint: string;
  close(): Promise<void>;
}

/** What one request may bring, in bytes. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** How long a request may take to arrive, and a connection be silent, in milliseconds. */
const PATIENCE_MS = 60_000;

/**
 * Serves the services that only functions ask, on one loopback port: the signature says which one is meant.
 * Whatever is not served is refused by name, so that no function asks AWS without anybody noticing.
 * @throws an error with code `EADDRINUSE` for a taken port
 */
export async function startServices(options: ServicesOptions): Promise<Services> {
  const admission = createAdmission([]);

  /** A page of this port asks it too, and its scripts say so. */
  const ownPages = () => createAdmission(originsOf((server.address() as AddressInfo).port));
  const isForPages = ({ headers, path }: RequestHead) =>
    headers.authorization === undefined && options.pages?.takes(path) === true;

  const answer = async (message: IncomingMessage): Promise<Reply> => {
    const request = headOf(message);
    const client = clientOf(request.headers);
    const name = signingNameOf(request.headers.authorization) ?? client ?? 'a service without a name';
    const service = Object.hasOwn(options.services, name) ? options.services[name] : undefined;
    const pages = isForPages(request) ? options.pages : undefined;
    const refuse = pages ? inPlainText : (service?.refusal ?? refusalFor(request));
    try {
      (pages ? ownPages() : admission).check(message.headers);
      const body = () => readBody(message, MAX_BODY_BYTES, () => new BodyTooLargeError(MAX_BODY_BYTES));
      if (pages) return pages.answer({ ...request, body: await body() });
      if (!service) throw new NotServedError(name, client ?? name);
      const whole = { ...request, body: await body() };
      const asked = service.read(whole);
      options.authorize(whole, name, asked.permissions);
      return await asked.run();
    } catch (error) {
      if (error instanceof NotServedError) options.onRefused(error.message);
      const { errorType, statusCode, fieldList } = error as Partial<Parameters<Refusal>[0]>;
      if (error instanceof Error && errorType && statusCode)
        return refuse({ errorType, statusCode, message: error.message, ...(fieldList && { fieldList }) });
      options.onInternalError(error);
      const failed = 'The local cloud failed; see its terminal for the cause.';
      return refuse({ errorType: 'InternalError', statusCode: 500, message: failed });
    }
  };

  const server = createPatientServer((message, response) => {
    void answer(message).then(({ statusCode, headers, body = '' }) => {
      const length = statusCode === 204 ? {} : { 'content-length': Buffer.byteLength(body) };
      response.writeHead(statusCode, { 'x-amzn-requestid': randomUUID(), ...length, ...headers });
      response.end(message.method === 'HEAD' ? undefined : body);
      // The rest of a refused body is read and dropped: cutting the line would hide the answer.
      message.resume();
    });
  });
  server.requestTimeout = PATIENCE_MS;
  server.setTimeout(PATIENCE_MS);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
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

const inPlainText: Refusal = ({ statusCode, message }) => ({
  statusCode,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: message,
});

/** AWS's SDKs for JavaScript name the client among their versions: `api/sts#3.1164.0`. */
const clientOf = (headers: SignedRequest['headers']): string | undefined =>
  /\bapi\/([\w-]+)#/.exec(`${headers['x-amz-user-agent'] ?? ''} ${headers['user-agent'] ?? ''}`)?.[1];
