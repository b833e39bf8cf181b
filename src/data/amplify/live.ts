import { CONNECTION_STATE_CHANGE, ConnectionState } from 'aws-amplify/api';
import { Hub } from 'aws-amplify/utils';
import type { LiveWatcher } from '../talk';
import { subscribe } from './graphql';

/** The client announces with this event that the server has accepted a subscription. */
const SUBSCRIPTION_ACK = 'Subscription ack';

/** Pause before an ended subscription is made again, in milliseconds; it doubles while that fails. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** The client prints a document anew, so that only its name is as it was written. */
const nameOf = (document: string | undefined): string | undefined =>
  /subscription (\w+)/.exec(document ?? '')?.[1];

/** Listens to a subscription as long as anybody wants to, through lost connections. Returns what ends it. */
export function listenTo<Told>(
  document: string,
  variables: Record<string, unknown>,
  watcher: LiveWatcher<Told>,
): () => void {
  let stopSubscription = () => {};
  let again: ReturnType<typeof setTimeout> | undefined;
  let pause = FIRST_PAUSE_MS;
  const listen = () => {
    stopSubscription = subscribe<Told>(document, variables, {
      next: (told) => watcher.onTold(told),
      // The client connects anew by itself, but a subscription that was ended (its token expired) is gone.
      error: () => {
        watcher.onInterrupted();
        clearTimeout(again);
        again = setTimeout(listen, pause);
        pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
      },
    });
  };
  // Heard of before the first one is made: the server may be quick.
  const stopHearing = Hub.listen('api', ({ payload }) => {
    if (payload.event === SUBSCRIPTION_ACK) {
      // Every subscription of the page is announced here.
      if (nameOf((payload.data as { query?: string }).query) !== nameOf(document)) return;
      pause = FIRST_PAUSE_MS;
      watcher.onConnected();
    }
    if (payload.event !== CONNECTION_STATE_CHANGE) return;
    const { connectionState } = payload.data as { connectionState: ConnectionState };
    if (
      connectionState === ConnectionState.ConnectionDisrupted ||
      connectionState === ConnectionState.ConnectionDisruptedPendingNetwork
    ) {
      watcher.onInterrupted();
    }
  });
  listen();
  return () => {
    clearTimeout(again);
    stopHearing();
    stopSubscription();
  };
}
