import type { ActionListing } from '../../domain/actions/openActions';
import type { EnhancementProgress } from '../../domain/enhancement';
import { type StartRequest, startMutation } from '../../domain/enhancement/startRequest';
import type { PostMortem } from '../../domain/postMortem';
import { type AuthoredContent, FIELDS, fieldById, RECORD_FIELDS } from '../../domain/postMortem/fields';
import { shapeOf } from '../../domain/postMortem/recordShape';
import { LISTING, SEARCH_PASSAGES, SIMILAR, SIMILAR_TO_TEXT } from '../../domain/postMortem/searchQueries';
import {
  type PostMortemListing,
  readListing,
  readPostMortem,
  type Stored,
} from '../../domain/postMortem/stored';
import type { Order } from '../../domain/search/match';
import type { SearchedShelf } from '../../domain/search/shelves';
import { selectionOf } from '../../domain/shape';
import { AppSyncError, type Graphql, unlessChanged } from '../appsync';
import { ENHANCEMENT_FIELDS } from '../enhancementFields';
import { ApiFailedError, ApiRefusedError, NoSuchPostMortemError, NoSuchRunError } from './errors';

const GET = `query Whole($id: ID!) { getPostMortem(id: $id) { ${selectionOf({ ...shapeOf(FIELDS), ...RECORD_FIELDS })} } }`;
const ACTIONS = `sortDirection: DESC, limit: 500, nextToken: $nextToken) {
  items { id title severity status owner editors createdAt ${selectionOf(shapeOf([fieldById('actionItems')]))} } nextToken
}`;
const ACTIONS_OWNED = `query ActionsOwned($owner: String!, $nextToken: String) { actionsByOwner(owner: $owner, ${ACTIONS} }`;
const ACTIONS_PUBLISHED = `query ActionsPublished($nextToken: String) { actionsByStatus(status: PUBLISHED, ${ACTIONS} }`;
const OWNED = `query Owned($owner: String!, $limit: Int) {
  listingsByOwner(owner: $owner, sortDirection: DESC, limit: $limit) { items { ${LISTING} } }
}`;
const PUBLISHED = `query Published($limit: Int) {
  listingsByStatus(status: PUBLISHED, sortDirection: DESC, limit: $limit) { items { ${LISTING} } }
}`;
const CREATE = 'mutation Create($input: CreatePostMortemInput!) { createPostMortem(input: $input) { id } }';
const DELETE = `mutation Delete($id: ID!, $condition: ModelPostMortemConditionInput) {
  deletePostMortem(input: { id: $id }, condition: $condition) { id }
}`;
const BIN = `mutation Bin($id: ID!, $revision: Int!) {
  binPostMortem(postMortemId: $id, revision: $revision) { id }
}`;
const MY_BIN = 'query MyBin { myBin { items { id title deletedAt } } }';
const BINNED = 'query Binned($id: ID!) { binnedDocument(postMortemId: $id) }';
const DELETE_FOR_GOOD = 'mutation DeleteForGood($id: ID!) { deleteForGood(postMortemId: $id) }';
const START = startMutation(ENHANCEMENT_FIELDS);
const RUN = `query Run($id: ID!) { getEnhancement(id: $id) { ${ENHANCEMENT_FIELDS} } }`;

/** The revision that a document is made with; every save counts on. */
const MADE = 1;

/** Documents that are looked through at most for their actions: of each query, a megabyte of an index is read. */
const MOST_LOOKED_THROUGH = 5_000;

/** What somebody searches for. */
export interface Search {
  text: string;
  shelf?: SearchedShelf | undefined;
  severity?: string | undefined;
  status?: string | undefined;
  service?: string | undefined;
  tag?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  order?: Order | undefined;
  limit: number;
  nextToken?: string | undefined;
}

export type Found = PostMortemListing & { passage: { field: string; text: string } };
interface Quoted {
  section: string;
  text: string;
}
export type Alike = PostMortemListing & {
  words: string[];
  sameService: boolean;
  sameTags: string[];
  closest?: { own: Quoted; other: Quoted } | null;
};
/** A published incident that a text may be about. */
export type AlikeText = Pick<PostMortemListing, 'id' | 'title' | 'severity' | 'service' | 'startedAt'> & {
  words: string[];
  section: string;
  quote: string;
};
/** What lies in somebody's bin. */
export interface Binned {
  id: string;
  title: string;
  /** ISO 8601 */
  deletedAt: string;
}
/** A run of the durable function, as its record stands. */
export type Run = EnhancementProgress & { id: string; postMortemId: string; section: string; theme: string };

/** Everything the caller may see and do, and nothing else: each call is the caller's own at the API. */
export interface Library {
  /** The caller's `sub`. */
  caller: string;
  document(id: string): Promise<PostMortem>;
  search(asked: Search): Promise<{ items: Found[]; count: number; isWhole: boolean; next: string | null }>;
  similar(id: string): Promise<Alike[]>;
  similarToText(text: string): Promise<AlikeText[]>;
  /** Documents with their actions, of the caller's own or of all that are published. */
  actions(whose: 'mine' | 'published'): Promise<{ listings: ActionListing[]; isWhole: boolean }>;
  /** The latest of the caller's own, or of all that are published. */
  latest(whose: 'mine' | 'published', limit: number): Promise<PostMortemListing[]>;
  create(content: AuthoredContent, id?: string): Promise<string>;
  /** Deletes a draft that is still as it was made, with its runs. Another, or one that is gone, stays as it is. */
  forgetUntouched(id: string): Promise<void>;
  /** Puts a draft that is still as it was made into the caller's bin. Another, or one that is gone, stays as it is. */
  binUntouched(id: string): Promise<void>;
  /** What the caller has put into the bin, the latest first: a page of it. */
  binned(): Promise<Binned[]>;
  /** Deletes out of the caller's bin what was put there as it was made; says whether it was. */
  forgetBinned(id: string): Promise<boolean>;
  start(request: StartRequest): Promise<Run>;
  run(id: string): Promise<Run>;
}

/** What the API means by a record that is not there or is not the caller's. */
const isHidden = (error: unknown): boolean =>
  error instanceof AppSyncError &&
  error.problems.length > 0 &&
  error.problems.every(({ errorType }) => errorType === 'Unauthorized');

/** The library of the person whose token `graphql` was made with. */
export function libraryOf(graphql: Graphql, caller: string): Library {
  const inWords = (error: unknown): never => {
    if (!(error instanceof AppSyncError) || isHidden(error)) throw error;
    if (error.problems.length === 0) throw new ApiFailedError({ cause: error });
    throw new ApiRefusedError(error.message, { cause: error });
  };
  const ask: Graphql = (query, variables) => graphql<never>(query, variables).catch(inWords);
  /** Changes a record if nobody has changed it since it was made, and if it is there. */
  const asMade = async (change: () => Promise<object>): Promise<void> => {
    await unlessChanged(change).catch((error: unknown) => {
      if (!isHidden(error)) inWords(error);
    });
  };
  /** The record, or what is thrown where the caller sees none. */
  const orElse = async <Answer>(asked: Promise<Answer | null>, missing: Error): Promise<Answer> => {
    const answer = await asked.catch((error: unknown) => {
      if (isHidden(error)) return null;
      throw error;
    });
    if (answer === null) throw missing;
    return answer;
  };
  type Page<Item> = { items: Array<Item | null>; nextToken?: string | null };
  const there = <Item>({ items }: Page<Item>): Item[] => items.filter((item) => item !== null);

  return {
    caller,
    document: async (id) =>
      readPostMortem(
        await orElse(
          ask<{ getPostMortem: Stored | null }>(GET, { id }).then((answer) => answer.getPostMortem),
          new NoSuchPostMortemError(id),
        ),
      ),
    async search(asked) {
      type Answer = { items: (Stored & { passage: Found['passage'] })[]; count: number; isWhole: boolean };
      type Answered = { searchPostMortems: Answer & { nextToken: string | null } };
      const { searchPostMortems: found } = await ask<Answered>(SEARCH_PASSAGES, { ...asked });
      const items = found.items.map(({ passage, ...stored }) => ({ ...readListing(stored), passage }));
      return { items, count: found.count, isWhole: found.isWhole, next: found.nextToken };
    },
    async similar(id) {
      type Answer = { similarPostMortems: (Stored & Omit<Alike, keyof PostMortemListing>)[] | null };
      const { similarPostMortems: found } = await ask<Answer>(SIMILAR, { postMortemId: id });
      return (found ?? []).map(({ words, sameService, sameTags, closest, ...stored }) => ({
        ...readListing(stored),
        ...{ words, sameService, sameTags },
        closest: closest ?? null,
      }));
    },
    similarToText: async (text) =>
      (await ask<{ similarToText: AlikeText[] | null }>(SIMILAR_TO_TEXT, { text })).similarToText ?? [],
    async actions(whose) {
      const listings: ActionListing[] = [];
      const query = whose === 'mine' ? ACTIONS_OWNED : ACTIONS_PUBLISHED;
      let nextToken: string | null = null;
      do {
        const answer: Record<string, Page<Stored>> = await ask(query, {
          nextToken,
          ...(whose === 'mine' && { owner: caller }),
        });
        const page = Object.values(answer)[0] as Page<Stored>;
        listings.push(...there(page).map(readPostMortem));
        nextToken = page.nextToken ?? null;
      } while (nextToken && listings.length < MOST_LOOKED_THROUGH);
      return { listings, isWhole: nextToken === null };
    },
    async latest(whose, limit) {
      const answer: Record<string, Page<Stored>> = whose === 'mine'
        ? await ask(OWNED, { owner: caller, limit })
        : await ask(PUBLISHED, { limit });
      return there(Object.values(answer)[0] as Page<Stored>).map(readListing);
    },
    async create(content, id) {
      const input = { ...(id && { id }), ...content, revision: MADE };
      return (await ask<{ createPostMortem: { id: string } }>(CREATE, { input })).createPostMortem.id;
    },
    forgetUntouched: (id) => asMade(() => graphql(DELETE, { id, condition: { revision: { eq: MADE } } })),
    binUntouched: (id) => asMade(() => graphql(BIN, { id, revision: MADE })),
    binned: async () => (await ask<{ myBin: { items: Binned[] } }>(MY_BIN, {})).myBin.items,
    forgetBinned: async (id) => {
      const { binnedDocument: whole } = await ask<{ binnedDocument: string }>(BINNED, { id });
      // Putting it there counts as well.
      if ((JSON.parse(whole) as Stored).revision !== MADE + 1) return false;
      await ask(DELETE_FOR_GOOD, { id });
      return true;
    },
    start: async (request) => (await ask<{ startEnhancement: Run }>(START, { ...request })).startEnhancement,
    run: (id) =>
      orElse(
        ask<{ getEnhancement: Run | null }>(RUN, { id }).then((answer) => answer.getEnhancement),
        new NoSuchRunError(id),
      ),
  };
}
