import { timingSafeEqual } from 'node:crypto';
import type { RequestHead } from '../../receivedRequest';
import type { Clock } from '../clock';
import type { ExecutionStore } from '../executionStore';
import type { FunctionCatalog } from '../functions';
import { documentOf } from './document';
import { executionPage } from './executionPage';
import { type Html, html } from './html';
import { type Filter, listPage, matching } from './listPage';
import { SCRIPT } from './script';
import { STYLE } from './style';

/** Where the pages are; `?function=…&name=…` is one execution, `?name=…` whichever has that name. */
const EXECUTIONS_PATH = '/executions';

/** Where a browser sees the executions of an endpoint, with their data. */
export const pagesAddress = (endpoint: string, key: string): string =>
  `${endpoint}${EXECUTIONS_PATH}?${new URLSearchParams({ key })}`;

type PageReply = { statusCode: number; body: string; headers: Record<string, string> };

/** Nothing but the page's own style and script runs, and no page of anybody else may frame it. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const GUARDS = {
  'cache-control': 'no-store',
  'content-security-policy': POLICY,
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

type PageOptions = {
  store: ExecutionStore;
  catalog: FunctionCatalog;
  clock: Clock;
  /**
   * Who shows it, in the address once and then in a cookie, sees inputs, results and errors. Programs of other
   * users of this computer can reach the port, and see steps and times.
   */
  key: string;
  /** The clock's speed in words, unless it is a real one. */
  clockSpeed: string | undefined;
};

/** The list of durable executions and each of them, as the *Durable executions* tab of AWS's console shows them. */
export class ExecutionPages {
  constructor(private readonly options: PageOptions) {}

  /** @returns nothing for a request of something else */
  answer(request: RequestHead): PageReply | undefined {
    const { path } = request;
    if (path !== EXECUTIONS_PATH && !path.startsWith(`${EXECUTIONS_PATH}/`)) return undefined;
    if (request.method !== 'GET') return reply(405, 'text/plain', 'GET only.', { allow: 'GET' });
    if (path === `${EXECUTIONS_PATH}/page.css`) return reply(200, 'text/css', STYLE);
    if (path === `${EXECUTIONS_PATH}/page.js`) return reply(200, 'text/javascript', SCRIPT);
    if (path !== EXECUTIONS_PATH) return reply(404, 'text/plain', 'There is no such page.');
    return this.page(request);
  }

  private page(request: RequestHead): PageReply {
    const { store, catalog, clock, clockSpeed } = this.options;
    const query = new URLSearchParams(request.query);
    const showsKey = this.isKey(query.get('key') ?? undefined);
    const cookieName = cookieOf(request);
    const showsData = showsKey || this.isKey(cookiesOf(request).get(cookieName));
    const filter: Filter = {
      functionName: query.get('function') ?? '',
      status: query.get('status') ?? '',
      name: query.get('name') ?? '',
    };
    const executions = store.all().map(({ execution }) => execution);
    const now = clock.now();
    const document = (title: string, main: Html) => documentOf({ title, clock: clockSpeed, showsData }, main);
    const headers = showsKey
      ? {
          'set-cookie': `${cookieName}=${this.options.key}; Path=${EXECUTIONS_PATH}; HttpOnly; SameSite=Lax`,
        }
      : undefined;
    const found = filter.name === '' ? [] : matching(executions, filter);
    const [only] = found;
    if (only && found.length === 1)
      return reply(
        200,
        'text/html',
        document(only.started.executionName, executionPage(only, showsData, now)),
        headers,
      );
    if (filter.name !== '' && !only)
      return reply(404, 'text/html', document('No such execution', missing(filter.name)), headers);
    const main = listPage(executions, catalog.durableNames(), filter, now);
    return reply(200, 'text/html', document('Durable executions', main), headers);
  }

  private isKey(given: string | undefined): boolean {
    const [own, shown] = [Buffer.from(this.options.key), Buffer.from(given ?? '')];
    return own.length === shown.length && timingSafeEqual(own, shown);
  }
}

const missing = (name: string): Html =>
  html`<p>There is no execution ${name}. It has not begun, or ended so long ago that it was removed.
<a href="${EXECUTIONS_PATH}">All executions</a></p>`;

/** A cookie is sent to all ports of a host: each local cloud has its own. */
const cookieOf = ({ headers }: RequestHead): string =>
  `executions-${/:(\d+)$/.exec(headers.host ?? '')?.[1] ?? '80'}`;

const cookiesOf = ({ headers }: RequestHead): Map<string, string> =>
  new Map(
    (headers.cookie ?? '').split(/;\s*/).map((pair): [string, string] => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );

const reply = (
  statusCode: number,
  type: string,
  body: string,
  headers?: Record<string, string>,
): PageReply => ({
  statusCode,
  body,
  headers: { ...GUARDS, 'content-type': `${type}; charset=utf-8`, ...headers },
});
