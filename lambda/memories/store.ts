import type { Memory } from '../../domain/memory/memory';
import type { Caller } from '../../domain/postMortem/access';
import { batchGet } from '../batchGet';
import type { DynamoDb } from '../dynamodb';
import { type Image, itemOf, plainItem } from '../plainValue';
import { queryPages } from '../queryPages';

/** Whose a memory is, as its table and its index have it. */
export type Whose = string;

/** One's own, and the team's. It follows from who asks, and from nothing they say. */
export const whoseOf = ({ sub, issuer }: Caller): { own: Whose; team: Whose } => ({
  own: `person#${sub}`,
  team: `team#${issuer}`,
});

export const isTeams = (whose: Whose): boolean => whose.startsWith('team#');

/** Where a memory stands. */
export interface MemoryKey {
  whose: Whose;
  id: string;
}

/** What is read at most of one person or team: five megabytes, which is 10,000 memories. */
const MOST_PAGES = 12;
/** As many as the page reads at once. */
const LATEST = 500;

/** Memories in their table. No function writes it: people do, through the API. */
export interface MemoryStore {
  /** The caller's and their team's, changed last first, and whether that is all. */
  all(caller: Caller): Promise<{ memories: Memory[]; isWhole: boolean }>;
  /** Those that were changed last: so many at most of the caller's, and of their team's. */
  latest(caller: Caller, most?: number): Promise<Memory[]>;
  /** Those of these that are the caller's or their team's, as they are now, in the order asked. */
  some(keys: readonly MemoryKey[], caller: Caller): Promise<Memory[]>;
}

/** A stored memory as everything else knows it. */
export function memoryOf(item: Image): Memory {
  const {
    whose,
    authorId: _,
    ...said
  } = plainItem(item) as unknown as Memory & MemoryKey & { authorId: string };
  return {
    ...said,
    conversationId: said.conversationId ?? null,
    postMortemId: said.postMortemId ?? null,
    isTeams: isTeams(whose),
  };
}

export function memoriesIn(table: string, dynamoDb: DynamoDb): MemoryStore {
  const query = (whose: Whose) => ({
    TableName: table,
    IndexName: 'memoriesByWhose',
    KeyConditionExpression: 'whose = :whose',
    ExpressionAttributeValues: { ':whose': { S: whose } },
    ScanIndexForward: false,
  });
  const of = (whose: Whose) => queryPages(dynamoDb, query(whose), MOST_PAGES);

  return {
    latest: async (caller, most = LATEST) => {
      const { own, team } = whoseOf(caller);
      const pages = await Promise.all(
        [own, team].map((whose) => queryPages(dynamoDb, { ...query(whose), Limit: most }, 1)),
      );
      return pages.flatMap(({ items }) => items.map(memoryOf));
    },
    all: async (caller) => {
      const { own, team } = whoseOf(caller);
      const [mine, ours] = await Promise.all([of(own), of(team)]);
      return {
        memories: [...mine.items, ...ours.items].map(memoryOf),
        isWhole: mine.isWhole && ours.isWhole,
      };
    },
    some: async (keys, caller) => {
      const { own, team } = whoseOf(caller);
      const allowed = keys.filter(({ whose }) => whose === own || whose === team);
      const found = new Map(
        (await batchGet(dynamoDb, table, allowed.map(itemOf))).map((item) => {
          const { whose, id } = plainItem(item) as unknown as MemoryKey;
          return [`${whose}\n${id}`, memoryOf(item)];
        }),
      );
      return allowed.flatMap(({ whose, id }) => found.get(`${whose}\n${id}`) ?? []);
    },
  };
}
