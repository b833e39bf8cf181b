import { Amplify } from 'aws-amplify';
import { generateClient } from 'aws-amplify/data';
import { Hub } from 'aws-amplify/utils';
import { decodeJwt } from 'jose';
import { WebSocket } from 'ws';
import { browserWebSocketShim } from '../../../local/appsync';
import { amplifyOutputs } from '../../../local/assembly';
import type { RunningApi } from './runningApi';

/** An Amplify subscription, whatever its model; its own type differs with every selection. */
interface Observable {
  subscribe(observer: never): { unsubscribe(): void };
}

/**
 * Configures the real Amplify client for a running API, in Node: with the WebSocket of `ws` under the very
 * script that the browser gets.
 * @returns the client, and `as` which chooses the signed-in user
 */
export function configureAmplify<Schema extends Record<never, never>>(running: RunningApi) {
  unrefTimers();
  globalThis.WebSocket = WebSocket as unknown as typeof globalThis.WebSocket;
  new Function(browserWebSocketShim)();
  let token = '';
  const outputs = amplifyOutputs(running.assembly);
  Amplify.configure({ ...outputs, data: { ...outputs.data, url: running.api.endpoint } } as never, {
    Auth: {
      tokenProvider: {
        getTokens: async () => ({
          accessToken: { toString: () => token, payload: decodeJwt(token) as never },
        }),
      },
    },
  });
  return {
    client: generateClient<Schema>(),
    as: (accessToken: string): void => {
      token = accessToken;
    },
  };
}

/** The client leaves a 15 s timer behind every handshake; it shall not keep the test process alive. */
function unrefTimers(): void {
  const native = globalThis.setTimeout;
  const unref = (...args: Parameters<typeof native>) => native(...args).unref();
  globalThis.setTimeout = Object.assign(unref, native) as typeof native;
}

const open = new Set<{ unsubscribe(): void }>();

/** Ends every collection, so that the client does not try to reconnect when its server is gone. */
export const stopCollecting = (): void => {
  for (const subscription of open) subscription.unsubscribe();
  open.clear();
};

/** Collects what a subscription delivers. Resolves when the server has acknowledged it, or refused. */
export async function collect<T>(observable: Observable) {
  const received: T[] = [];
  const waiting: { count: number; done: () => void }[] = [];
  let acknowledge: () => void = () => {};
  const acknowledged = new Promise<void>((done) => {
    acknowledge = done;
  });
  const stopListening = Hub.listen('api', ({ payload }) => {
    if (payload.event === 'Subscription ack') acknowledge();
  });
  let failed: (error: unknown) => void = () => {};
  const failure = new Promise<never>((_, reject) => {
    failed = reject;
  });
  const subscription = observable.subscribe({
    next: (value: T) => {
      received.push(value);
      for (const waiter of waiting) if (received.length >= waiter.count) waiter.done();
    },
    error: (error: unknown) => failed(error),
  } as never);
  open.add(subscription);
  failure.catch(() => {});
  await Promise.race([acknowledged, failure]).finally(stopListening);
  return {
    received,
    /** Resolves with everything received once there are so many. */
    atLeast: (count: number): Promise<T[]> =>
      new Promise((done) => {
        const finish = () => done(received);
        if (received.length >= count) finish();
        else waiting.push({ count, done: finish });
      }),
  };
}
