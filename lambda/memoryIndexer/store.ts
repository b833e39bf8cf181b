import { batchGet } from '../batchGet';
import type { DynamoDb } from '../dynamodb';
import type { IndexedMemory } from '../memories/meaning';
import { type Image, itemOf, plainItem } from '../plainValue';
import { progressIn } from '../progress';
import type { MemoryKeeper, MemoryProgress } from './catchUp';

/** Memories that are read at once to be entered. */
const SOME = 100;

const indexed = (item: Image): IndexedMemory => {
  const { whose, id, text } = plainItem(item);
  return { whose: String(whose), id: String(id), text: String(text ?? '') };
};

/** All memories, and how far the index has been made of them, in their tables. */
export const memoryKeeperIn = (
  tables: { memories: string; upkeep: string },
  dynamoDb: DynamoDb,
): Pick<MemoryKeeper, 'progress' | 'keepProgress' | 'some' | 'there'> => ({
  ...progressIn<MemoryProgress>(dynamoDb, tables.upkeep, 'memories'),

  async some(after) {
    const { Items = [], LastEvaluatedKey: last } = await dynamoDb<{
      Items?: Image[];
      LastEvaluatedKey?: Image;
    }>('Scan', {
      TableName: tables.memories,
      Limit: SOME,
      ConsistentRead: true,
      ...(after !== null && { ExclusiveStartKey: JSON.parse(after) as Image }),
    });
    return { memories: Items.map(indexed), after: last ? JSON.stringify(last) : null };
  },

  there: async (keys) =>
    (
      await batchGet(
        dynamoDb,
        tables.memories,
        keys.map(({ whose, id }) => itemOf({ whose, id })),
      )
    ).map(indexed),
});
