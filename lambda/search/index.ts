import {
  BatchGetItemCommand,
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { Stored } from '../../domain/postMortem/stored';
import { exactly, type Key, placeOf, readTerm } from '../../domain/search/keys';
import type { Posting } from '../../domain/search/match';
import { type Image, plainItem } from '../plainValue';

/** What of the index belongs to a word or a beginning, and whether that is all of it. */
export interface Found {
  postings: readonly Posting[];
  isWhole: boolean;
}

/** The index and the post-mortems, as the searching function's own role. */
export interface SearchIndex {
  /** What begins with these letters. */
  beginning(scope: string, letters: string): Promise<Found>;
  /** What is exactly this word. */
  word(scope: string, word: string): Promise<Found>;
  /** The entries at some places, of those that are there. */
  at(keys: readonly Key[]): Promise<Posting[]>;
  /** Documents by their ids, whole and as they are at this moment. */
  documents(ids: readonly string[]): Promise<Map<string, Stored>>;
}

/** Answers of a megabyte each, for one word: some 100,000 documents. Behind that a search says so. */
const MOST_ANSWERS = 4;
/** DynamoDB gives as many at once. */
const BATCH = 100;
/** How often what a throttled table has left over is asked for again. */
const ATTEMPTS = 8;

/** The table could not be read within a search's time. */
export class TableTooBusyError extends Error {
  override name = 'TableTooBusyError';
  constructor(readonly table: string) {
    super(`The table ${table} is too busy just now. Search again in a moment.`);
  }
}

type Item = Record<string, { S?: string; SS?: string[] }>;

export function searchIndexIn(
  client: DynamoDBClient,
  tables: { postMortems: string; entries: string },
): SearchIndex {
  const query = async (place: string, beginning: string): Promise<Found> => {
    const postings: Posting[] = [];
    let next: QueryCommandInput['ExclusiveStartKey'];
    for (let answer = 0; answer < MOST_ANSWERS; answer += 1) {
      const { Items = [], LastEvaluatedKey: last } = await client.send(
        new QueryCommand({
          TableName: tables.entries,
          KeyConditionExpression: 'place = :place AND begins_with(term, :beginning)',
          ExpressionAttributeValues: { ':place': { S: place }, ':beginning': { S: beginning } },
          ProjectionExpression: 'term, documents',
          ...(next && { ExclusiveStartKey: next }),
        }),
      );
      postings.push(...Items.map((item) => postingOf(item as Item)));
      next = last;
      if (!next) return { postings, isWhole: true };
    }
    return { postings, isWhole: false };
  };

  const batches = async (table: string, keys: readonly Image[], consistent: boolean): Promise<Item[]> => {
    const found: Item[] = [];
    const read = async (some: readonly Image[]) => {
      // biome-ignore lint/suspicious/noExplicitAny: the SDK's own unions of one-typed values
      let left: any = { [table]: { Keys: some, ConsistentRead: consistent } };
      for (let attempt = 0; left?.[table]; attempt += 1) {
        if (attempt === ATTEMPTS) throw new TableTooBusyError(table);
        const answer = await client.send(new BatchGetItemCommand({ RequestItems: left }));
        found.push(...((answer.Responses?.[table] ?? []) as Item[]));
        left = answer.UnprocessedKeys;
      }
    };
    const parts = Array.from({ length: Math.ceil(keys.length / BATCH) }, (_, part) =>
      keys.slice(part * BATCH, (part + 1) * BATCH),
    );
    await Promise.all(parts.map(read));
    return found;
  };

  return {
    beginning: (scope, letters) => query(placeOf(scope, letters), letters),
    word: (scope, word) => query(placeOf(scope, word), exactly(word)),
    at: async (keys) =>
      (
        await batches(
          tables.entries,
          keys.map(({ place, term }) => ({ place: { S: place }, term: { S: term } })),
          false,
        )
      ).map(postingOf),
    documents: async (ids) => {
      const keys = [...new Set(ids)].map((id) => ({ id: { S: id } }));
      const items = keys.length === 0 ? [] : await batches(tables.postMortems, keys, true);
      return new Map(items.map((item) => [item.id?.S ?? '', plainItem(item as unknown as Image)]));
    },
  };
}

const postingOf = ({ term, documents }: Item): Posting => ({
  ...readTerm(term?.S ?? ''),
  references: documents?.SS ?? [],
});
