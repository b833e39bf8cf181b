import { randomUUID } from 'node:crypto';
import type { SignedRequest } from '../../iam';
import type { Reply } from '../../services';
import type { Outbox } from '..';
import { takenBySlack } from './slack';
import type { Taken } from './taken';
import { isForTeams, takenByTeams } from './teams';

/** Largest body that is taken, in bytes; far above what Slack and Teams take. */
const LARGEST = 1024 * 1024;

const NAME = /^[\w-]{1,64}$/;

/**
 * Catches what is posted to a webhook of Slack or Teams, and answers as they do. `?fail=503` makes it answer
 * with that status instead, `&times=2` the first two times only; what came is kept all the same.
 * @param name the last part of the webhook's URL
 * @throws NotKeptError when the disk does not take it
 */
export function catchWebhook(outbox: Outbox, name: string, request: SignedRequest): Reply {
  if (!NAME.test(name)) return plain(404, 'no_service');
  if (request.method !== 'POST') return { ...plain(405, 'Post to a webhook.'), headers: { allow: 'POST' } };
  if (request.body.length > LARGEST) return plain(413, 'payload_too_large');
  const failure = failureIn(request.query, outbox, name);
  if (typeof failure === 'string') return plain(400, failure);
  const body = contentOf(request);
  const taken = takenOf(body);
  const isFailing = failure !== undefined && taken.format !== undefined;
  const answer = isFailing ? { status: failure, text: 'told_to_fail' } : taken.answer;
  outbox.keep(
    {
      kind: 'webhook',
      name,
      ...(taken.format && { format: taken.format }),
      text: taken.text,
      body,
      answer,
      notes: [...taken.notes, ...(isFailing ? [`It was told to fail with ${failure}.`] : [])],
    },
    randomUUID(),
  );
  return {
    ...plain(answer.status, answer.text),
    ...(answer.text.startsWith('{') && { headers: { 'content-type': 'application/json' } }),
    // Both services say when to come again.
    ...(answer.status === 429 && { headers: { 'content-type': 'text/plain', 'retry-after': '1' } }),
  };
}

function takenOf(text: string): Taken {
  const nobody = (note: string): Taken => ({
    answer: { status: 400, text: 'invalid_payload' },
    text,
    notes: [`Neither Slack nor Teams takes it: ${note}`],
  });
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return nobody('it is not JSON.');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return nobody('it is no JSON object.');
  return isForTeams(body) ? takenByTeams(body, Buffer.byteLength(text)) : takenBySlack(body);
}

/** Slack also takes the JSON as a field of a form. */
function contentOf({ headers, body }: SignedRequest): string {
  const text = body.toString('utf8');
  if (!headers['content-type']?.includes('x-www-form-urlencoded')) return text;
  return new URLSearchParams(text).get('payload') ?? text;
}

/** @returns the status to fail with, none, or what is wrong with the wish */
function failureIn(query: string, outbox: Outbox, name: string): number | undefined | string {
  const asked = new URLSearchParams(query);
  if (!asked.has('fail')) return undefined;
  const status = Number(asked.get('fail'));
  if (!Number.isInteger(status) || status < 400 || status > 599)
    return 'fail must be a status from 400 to 599, as in ?fail=503.';
  if (!asked.has('times')) return status;
  const times = Number(asked.get('times'));
  if (!Number.isInteger(times) || times < 1) return 'times must be a whole number from 1, as in &times=2.';
  const failed = outbox
    .all()
    .filter((one) => one.kind === 'webhook' && one.name === name && one.answer.text === 'told_to_fail');
  return failed.length < times ? status : undefined;
}

const plain = (statusCode: number, body: string): Reply => ({
  statusCode,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});
