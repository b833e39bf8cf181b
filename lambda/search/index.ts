import type { Stored } from '../../domain/postMortem/stored';
import { exactly, type Key, placeOf, readTerm } from '../../domain/search/keys';
import type { Posting } from '../../domain/search/match';
import { batchGet } from '../batchGet';
import type { DynamoDb } from '../dynamodb';
import { plainItem } from '../plainValue';
import { queryPages } from '../queryPages';

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

type Item = Record<string, { S?: string; SS?: string[] }>;

export function searchIndexIn(
  dynamoDb: DynamoDb,
  tables: { postMortems: string; entries: string },
): SearchIndex {
  const query = async (place: string, beginning: string): Promise<Found> => {
    const request = {
      TableName: tables.entries,
      KeyConditionExpression: 'place = :place AND begins_with(term, :beginning)',
      ExpressionAttributeValues: { ':place': { S: place }, ':beginning': { S: beginning } },
      ProjectionExpression: 'term, documents',
    };
    const { items, isWhole } = await queryPages<Item>(dynamoDb, request, MOST_ANSWERS);
    return { postings: items.map(postingOf), isWhole };
  };

  return {
    beginning: (scope, letters) => query(placeOf(scope, letters), letters),
    word: (scope, word) => query(placeOf(scope, word), exactly(word)),
    at: async (keys) =>
      (
        await batchGet<Item>(
          dynamoDb,
          tables.entries,
          keys.map(({ place, term }) => ({ place: { S: place }, term: { S: term } })),
          { isConsistent: false },
        )
      ).map(postingOf),
    documents: async (ids) => {
      const keys = [...new Set(ids)].map((id) => ({ id: { S: id } }));
      const items = await batchGet(dynamoDb, tables.postMortems, keys);
      return new Map(items.map(plainItem).map((one) => [String(one.id), one]));
    },
  };
}

const postingOf = ({ term, documents }: Item): Posting => ({
  ...readTerm(term?.S ?? ''),
  references: documents?.SS ?? [],
});
