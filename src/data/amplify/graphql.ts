import { generateClient } from 'aws-amplify/api';
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
  const [field] = Object.values(answer.data ?? {});
  return field ?? null;
}

/** Like `request`, for fields that always answer. */
export async function requestRecord<T>(
  document: string,
  variables: Record<string, unknown>,
  subject?: RequestSubject,
): Promise<T> {
  const record = await request<T>(document, variables, subject);
  if (record === null) throw new ServiceFailedError('The server gave an empty answer.');
  return record;
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
      const [record] = Object.values((data ?? {}) as Record<string, T | null>);
      if (record) listener.next(record);
    },
    error: listener.error,
  });
  return () => subscription.unsubscribe();
}
