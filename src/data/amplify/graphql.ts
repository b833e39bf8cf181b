import { generateClient } from 'aws-amplify/api';
import type { Stored } from '../../../domain/postMortem/stored';
import { say } from '../../language/say';
import { ServiceFailedError } from '../errors';
import { namedError, type RequestSubject } from './namedErrors';

interface Subscription {
  subscribe(observer: { next(message: { data?: unknown }): void; error(cause: unknown): void }): {
    unsubscribe(): void;
  };
}

const client = generateClient({ authMode: 'userPool' });

/**
 * Sends one query or mutation and returns what its only field answered.
 * @throws the named errors of `errors.ts`
 */
export async function request<T>(
  document: string,
  variables: Record<string, unknown>,
  subject?: RequestSubject,
): Promise<T | null> {
  let answer: { data?: Record<string, T | null> | null };
  try {
    answer = (await client.graphql({ query: document, variables })) as typeof answer;
  } catch (error) {
    throw namedError(error, subject);
  }
  return onlyField(answer);
}

/** What the only field of an answer holds. */
const onlyField = <T>(answer: { data?: Record<string, T | null> | null } | null): T | null =>
  Object.values(answer?.data ?? {})[0] ?? null;

/** Like `request`, for fields that always answer. */
export async function requestRecord<T>(
  document: string,
  variables: Record<string, unknown>,
  subject?: RequestSubject,
): Promise<T> {
  const record = await request<T>(document, variables, subject);
  if (record === null) throw new ServiceFailedError(say('The server gave an empty answer.'));
  return record;
}

/** A page of records; one that the schema cannot answer comes as null beside an error, and counts as unreadable. */
export interface Page {
  items: Stored[];
  unreadable: number;
  nextToken: string | null;
}

/**
 * Asks for a page. One record that breaks the schema (a severity set to nothing by another client) must not
 * hide all others: what can be read is answered.
 * @throws the named errors of `errors.ts` when there is no page at all
 */
export async function requestPage(document: string, variables: Record<string, unknown>): Promise<Page> {
  type Told = { items: Array<Stored | null>; nextToken?: string | null };
  const page = await salvaged<Told>(document, variables, ({ items }) => items?.includes(null));
  return { ...readable(page.items), nextToken: page.nextToken ?? null };
}

/** A list that comes whole, without those that the schema cannot answer. */
export interface Listed<T> {
  items: T[];
  unreadable: number;
}

/**
 * Asks for a list that has no pages, in which one record that breaks the schema must not hide all others.
 * @throws the named errors of `errors.ts` when there is no list at all
 */
export async function requestList<T>(
  document: string,
  variables: Record<string, unknown>,
  subject?: RequestSubject,
): Promise<Listed<T>> {
  return readable(await salvaged<(T | null)[]>(document, variables, (list) => list.includes(null), subject));
}

const readable = <T>(told: (T | null)[]): Listed<T> => {
  const items = told.filter((item) => item !== null);
  return { items, unreadable: told.length - items.length };
};

/** What the only field answered; also beside errors, where those are of records that stand in it as null. */
async function salvaged<T extends object>(
  document: string,
  variables: Record<string, unknown>,
  hasUnreadable: (answer: T) => boolean | undefined,
  subject?: RequestSubject,
): Promise<T> {
  type Answer = { data?: Record<string, T | null> | null };
  let answer: T | null;
  try {
    answer = onlyField((await client.graphql({ query: document, variables })) as Answer);
  } catch (thrown) {
    // The client throws what came with errors; the answer may stand in it all the same.
    answer = onlyField(thrown as Answer | null);
    if (!answer || !hasUnreadable(answer)) throw namedError(thrown, subject);
  }
  if (!answer) throw new ServiceFailedError(say('The server gave an empty answer.'));
  return answer;
}

/** Listens to a subscription's only field. Returns what ends it. */
export function subscribe<T>(
  document: string,
  variables: Record<string, unknown>,
  listener: { next(record: T): void; error(cause: unknown): void },
): () => void {
  const observable = client.graphql({ query: document, variables }) as unknown as Subscription;
  const subscription = observable.subscribe({
    next: ({ data }) => {
      const record = onlyField({ data: data as Record<string, T | null> });
      if (record) listener.next(record);
    },
    error: listener.error,
  });
  return () => subscription.unsubscribe();
}
