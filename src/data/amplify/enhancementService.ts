import type { Stored } from '../../../domain/postMortem/stored';
import type { EnhancementService } from '../types';
import {
  MARKS_OF_RUNS,
  ON_UPDATE_ENHANCEMENT,
  RUNS_GOING_ON,
  RUNS_OF_POST_MORTEM,
  START_ENHANCEMENT,
} from './documents';
import { type Page, requestList, requestPage, requestRecord } from './graphql';
import { listenTo } from './live';
import { readEnhancement } from './stored';

/** Runs behind the Amplify data client: started by mutation, followed by subscription. */
export const amplifyEnhancements: EnhancementService = {
  start: async (start) =>
    readEnhancement(
      await requestRecord<Stored>(START_ENHANCEMENT, { ...start }, { postMortemId: start.postMortemId }),
    ),

  async latest(postMortemId) {
    // A run that breaks the schema does not hide the others.
    const runs = await requestList<Stored>(RUNS_OF_POST_MORTEM, { postMortemId }, { postMortemId });
    return runs.items.map(readEnhancement);
  },

  async marks(postMortemId) {
    type Mark = { id: string; progress: number };
    return (await requestList<Mark>(MARKS_OF_RUNS, { postMortemId }, { postMortemId })).items;
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

  watch: (postMortemId, owner, { onSnapshot, ...watcher }) =>
    listenTo<Stored>(
      ON_UPDATE_ENHANCEMENT,
      { owner },
      {
        ...watcher,
        onTold: (record) => {
          if (record.postMortemId === postMortemId) onSnapshot(readEnhancement(record));
        },
      },
    ),
};
