import type { ActionListing } from '../../../domain/actions/openActions';
import { readPostMortem } from '../../../domain/postMortem/stored';
import type { ActionStore } from '../actions';
import { ACTIONS_OWNED, ACTIONS_PUBLISHED } from './actionDocuments';
import { type Page, requestPage } from './graphql';

/** Documents that are looked through at most: some ten queries, of which each reads a megabyte of an index. */
const MOST = 5_000;

/** Actions behind the Amplify data client. */
export const amplifyActions: ActionStore = {
  async list(owner, signal) {
    const listings: ActionListing[] = [];
    let nextToken: string | null = null;
    let unreadable = 0;
    do {
      const page: Page =
        owner === null
          ? await requestPage(ACTIONS_PUBLISHED, { nextToken })
          : await requestPage(ACTIONS_OWNED, { owner, nextToken });
      listings.push(...page.items.map(readPostMortem));
      unreadable += page.unreadable;
      nextToken = page.nextToken;
    } while (nextToken && listings.length < MOST && !signal?.aborted);
    return { listings, isWhole: nextToken === null, unreadable };
  },
};
