import { CONNECTION_STATE_CHANGE, ConnectionState } from 'aws-amplify/api';
import { Hub } from 'aws-amplify/utils';
import type { EnhancementService } from '../types';
import { LATEST_ENHANCEMENTS, ON_UPDATE_ENHANCEMENT, START_ENHANCEMENT } from './documents';
import { requestRecord, subscribe } from './graphql';
import { readEnhancement, type Stored } from './stored';

/** The client announces with this event that the server has accepted a subscription. */
const SUBSCRIPTION_ACK = 'Subscription ack';

/** Runs behind the Amplify data client: started by mutation, followed by subscription. */
export const amplifyEnhancements: EnhancementService = {
  start: async (start) =>
    readEnhancement(
      await requestRecord<Stored>(START_ENHANCEMENT, { ...start }, { postMortemId: start.postMortemId }),
    ),

  async latest(postMortemId) {
    const page = await requestRecord<{ items: (Stored | null)[] }>(
      LATEST_ENHANCEMENTS,
      { postMortemId },
      { postMortemId },
    );
    // An editor may ask for a shared post-mortem's runs, and runs of other people come back as null.
    return page.items.filter((item) => item !== null).map(readEnhancement);
  },

  watch(postMortemId, owner, watcher) {
    const stopSubscription = subscribe<Stored>(
      ON_UPDATE_ENHANCEMENT,
      { owner },
      {
        next: (record) => {
          if (record.postMortemId === postMortemId) watcher.onSnapshot(readEnhancement(record));
        },
        error: () => watcher.onInterrupted(),
      },
    );
    const stopListening = Hub.listen('api', ({ payload }) => {
      if (payload.event === SUBSCRIPTION_ACK) watcher.onConnected();
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
      stopListening();
      stopSubscription();
    };
  },
};
