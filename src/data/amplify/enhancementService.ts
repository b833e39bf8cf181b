import { CONNECTION_STATE_CHANGE, ConnectionState } from 'aws-amplify/api';
import { Hub } from 'aws-amplify/utils';
import type { Stored } from '../../../domain/postMortem/stored';
import type { EnhancementService } from '../types';
import {
  MARKS_OF_RUNS,
  ON_UPDATE_ENHANCEMENT,
  RUNS_GOING_ON,
  RUNS_OF_POST_MORTEM,
  START_ENHANCEMENT,
} from './documents';
import { type Page, requestPage, requestRecord, subscribe } from './graphql';
import { readEnhancement } from './stored';

/** The client announces with this event that the server has accepted a subscription. */
const SUBSCRIPTION_ACK = 'Subscription ack';

/** Pause before an ended subscription is made again, in milliseconds; it doubles while that fails. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** Runs behind the Amplify data client: started by mutation, followed by subscription. */
export const amplifyEnhancements: EnhancementService = {
  start: async (start) =>
    readEnhancement(
      await requestRecord<Stored>(START_ENHANCEMENT, { ...start }, { postMortemId: start.postMortemId }),
    ),

  async latest(postMortemId) {
    const runs = await requestRecord<(Stored | null)[]>(
      RUNS_OF_POST_MORTEM,
      { postMortemId },
      { postMortemId },
    );
    // A row that breaks the schema comes back as null, and does not hide the others.
    return runs.filter((run) => run !== null).map(readEnhancement);
  },

  async marks(postMortemId) {
    type Mark = { id: string; progress: number };
    const marks = await requestRecord<(Mark | null)[]>(MARKS_OF_RUNS, { postMortemId }, { postMortemId });
    return marks.filter((mark) => mark !== null);
  },

  async goingOn(from, to) {
    const ids: string[] = [];
    let nextToken: string | null = null;
    do {
      const page: Page = await requestPage(RUNS_GOING_ON, { from, to, nextToken });
      ids.push(...page.items.map(({ id }) => String(id)));
      nextToken = page.nextToken;
    } while (nextToken);
    return ids;
  },

  watch(postMortemId, owner, watcher) {
    let stopSubscription = () => {};
    let again: ReturnType<typeof setTimeout> | undefined;
    let pause = FIRST_PAUSE_MS;
    const listen = () => {
      stopSubscription = subscribe<Stored>(
        ON_UPDATE_ENHANCEMENT,
        { owner },
        {
          next: (record) => {
            if (record.postMortemId === postMortemId) watcher.onSnapshot(readEnhancement(record));
          },
          // The client connects anew by itself, but a subscription that was ended (its token expired) is gone.
          error: () => {
            watcher.onInterrupted();
            clearTimeout(again);
            again = setTimeout(listen, pause);
            pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
          },
        },
      );
    };
    listen();
    const stopListening = Hub.listen('api', ({ payload }) => {
      if (payload.event === SUBSCRIPTION_ACK) {
        pause = FIRST_PAUSE_MS;
        watcher.onConnected();
      }
      if (payload.event !== CONNECTION_STATE_CHANGE) return;
      const { connectionState } = payload.data as { connectionState: ConnectionState };
      if (connectionState === ConnectionState.Connected) watcher.onConnected();
      if (
        connectionState === ConnectionState.ConnectionDisrupted ||
        connectionState === ConnectionState.ConnectionDisruptedPendingNetwork
      ) {
        watcher.onInterrupted();
      }
    });
    return () => {
      clearTimeout(again);
      stopListening();
      stopSubscription();
    };
  },
};
