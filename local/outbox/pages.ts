import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SignedRequest } from '../iam';
import type { Pages, Reply } from '../services';
import type { Kept, Outbox } from '.';
import { mailFrame } from './mailFrame';
import { stateOf } from './messages';
import { catchWebhook } from './webhooks';

/** The page and the webhooks, as `startServices` serves them beside AWS's own. */
export interface OutboxPages extends Pages {
  /** Path of the page; with `.json` behind it, that of the same in JSON. */
  readonly page: string;
  /** Path of the webhooks, ending in a slash: a name of anybody's choice follows. */
  readonly webhooks: string;
}

const PATH = /^\/(?:([\w-]{22})\/)?(outbox|webhooks)(?:[./].*)?$/;

/**
 * A browser signs nothing, and every user of this computer reaches a port. So both addresses hold a key of their
 * own: whoever has the one of a webhook can post, and reads nothing. Slack's and Teams' addresses are secrets in
 * the same way.
 * @param secret of the state folder
 */
export function outboxPages(outbox: Outbox, secret: Buffer): OutboxPages {
  const keyFor = (purpose: string) =>
    createHmac('sha256', secret).update(purpose).digest().subarray(0, 16).toString('base64url');
  const keys = { outbox: keyFor('outbox page'), webhooks: keyFor('outbox webhooks') };
  const webhooks = `/${keys.webhooks}/webhooks/`;
  return {
    page: `/${keys.outbox}/outbox`,
    webhooks,
    takes: (path) => PATH.test(path),
    answer: (request) => {
      const [, key = '', part = ''] = PATH.exec(request.path) ?? [];
      const isWebhook = part === 'webhooks';
      if (!isSame(key, isWebhook ? keys.webhooks : keys.outbox)) return nothingHere(isWebhook);
      const rest = request.path.slice(`/${key}/`.length);
      if (isWebhook) return catchWebhook(outbox, rest.slice('webhooks/'.length), request);
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return text(405, 'The outbox is for reading.', { allow: 'GET, HEAD' });
      return read(outbox, rest, request, webhooks);
    },
  };
}

/** Compares hashes, so that neither content nor length shows in the time it takes. */
function isSame(one: string, other: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(one), digest(other));
}

const FILES: { readonly [path: string]: readonly [file: string, contentType: string] } = {
  outbox: ['page.html', 'text/html; charset=utf-8'],
  'outbox/page.css': ['page.css', 'text/css; charset=utf-8'],
  'outbox/page.mjs': ['page.mjs', 'text/javascript; charset=utf-8'],
  'outbox/message.mjs': ['message.mjs', 'text/javascript; charset=utf-8'],
};

/** The page runs its own script and shows mail in frames of its own; it asks nobody else. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const GUARDS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

function read(outbox: Outbox, path: string, request: SignedRequest, webhooks: string): Reply {
  if (path === 'outbox.json') return asJson(outbox, new URLSearchParams(request.query), webhooks);
  const file = Object.hasOwn(FILES, path) ? FILES[path] : undefined;
  if (file) {
    const headers = { ...GUARDS, 'content-type': file[1], 'content-security-policy': PAGE_POLICY };
    return { statusCode: 200, headers, body: readFileSync(join(import.meta.dirname, 'page', file[0])) };
  }
  const found = outbox.get(Number(/^outbox\/(\d{1,12})\.html$/.exec(path)?.[1] ?? 0));
  if (found?.kind !== 'mail' || found.html === undefined) return text(404, 'There is no such message.');
  const { headers, body } = mailFrame(found.html);
  return { statusCode: 200, headers: { ...GUARDS, ...headers }, body };
}

const shown = (message: Kept) => ({ ...message, state: stateOf(message) });

/**
 * Everything that is kept, newest first; or with `after` what is newer than a number, with `before` what is
 * older, and with `limit` the newest of that.
 */
function asJson(outbox: Outbox, asked: URLSearchParams, webhooks: string): Reply {
  const number = (name: string, otherwise: number): number => {
    const given = asked.get(name);
    return given === null ? otherwise : Number(given);
  };
  const after = number('after', 0);
  const before = number('before', Number.POSITIVE_INFINITY);
  const limit = number('limit', Number.POSITIVE_INFINITY);
  if ([after, before, limit].some((one) => !(one >= 0)))
    return text(400, 'after, before and limit are whole numbers.');
  const all = outbox.all();
  const within = all.filter((message) => message.number > after && message.number < before);
  const body = JSON.stringify({
    messages: within.slice(0, limit).map(shown),
    /** Of those that were asked for, how many there are beyond the limit. */
    more: Math.max(0, within.length - limit),
    kept: all.length,
    webhooks,
  });
  return { statusCode: 200, headers: { ...GUARDS, 'content-type': 'application/json' }, body };
}

const nothingHere = (isWebhook: boolean): Reply =>
  text(
    404,
    isWebhook
      ? 'no_service: the webhooks’ address is in cloud.json of the state folder ("webhooks"); a name follows it.'
      : 'The outbox has an address of its own: the start prints it, and cloud.json of the state folder has it ("outbox").',
  );

const text = (statusCode: number, body: string, headers: Record<string, string> = {}): Reply => ({
  statusCode,
  headers: { ...GUARDS, 'content-type': 'text/plain; charset=utf-8', ...headers },
  body,
});
