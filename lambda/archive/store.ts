import type { Stored } from '../../domain/postMortem/stored';
import { type DynamoDb, DynamoDbError } from '../dynamodb';
import { type Image, plainItem } from '../plainValue';
import type { Collaborators, EnteredKeys, Owed } from './collaborators';

/** Where it is written down what has been entered of a document. */
const enteredId = (documentId: string) => `archive of ${documentId}`;
const OWED_ID = 'archive owes';

/** Sets of texts in the table of what functions remember. Adding and taking out are atomic, in any order. */
function setsIn(table: string, dynamoDb: DynamoDb) {
  const Key = (id: string) => ({ id: { S: id } });
  const change = (id: string, action: 'ADD' | 'DELETE', values: readonly string[]) =>
    dynamoDb<{ Attributes?: { keptKeys?: unknown } }>('UpdateItem', {
      TableName: table,
      Key: Key(id),
      UpdateExpression: `${action} keptKeys :some`,
      ExpressionAttributeValues: { ':some': { SS: values } },
      ReturnValues: 'ALL_NEW',
    });
  return {
    async read(id: string): Promise<string[]> {
      const request = { TableName: table, Key: Key(id), ConsistentRead: true };
      const { Item } = await dynamoDb<{ Item?: { keptKeys?: { SS?: string[] } } }>('GetItem', request);
      return Item?.keptKeys?.SS ?? [];
    },
    async add(id: string, values: readonly string[]): Promise<void> {
      if (values.length > 0) await change(id, 'ADD', values);
    },
    async remove(id: string, values: readonly string[]): Promise<void> {
      if (values.length === 0) return;
      const { Attributes } = await change(id, 'DELETE', values);
      if (Attributes?.keptKeys !== undefined) return;
      try {
        // A condition, as another one may have been added meanwhile.
        await dynamoDb('DeleteItem', {
          TableName: table,
          Key: Key(id),
          ConditionExpression: 'attribute_not_exists(keptKeys)',
        });
      } catch (error) {
        if (!(error instanceof DynamoDbError && error.isConditionFailure)) throw error;
      }
    },
  };
}

/** What has been entered and what is owed, in the table of what functions remember. */
export function keptIn(table: string, dynamoDb: DynamoDb): { entered: EnteredKeys; owed: Owed } {
  const sets = setsIn(table, dynamoDb);
  return {
    entered: {
      of: (documentId) => sets.read(enteredId(documentId)),
      add: (documentId, keys) => sets.add(enteredId(documentId), keys),
      remove: (documentId, keys) => sets.remove(enteredId(documentId), keys),
    },
    owed: {
      all: () => sets.read(OWED_ID),
      add: (documentId) => sets.add(OWED_ID, [documentId]),
      remove: (documentId) => sets.remove(OWED_ID, [documentId]),
    },
  };
}

/** Records as they are at this moment. */
export const documentIn =
  (table: string, dynamoDb: DynamoDb): Collaborators['document'] =>
  async (id): Promise<Stored | null> => {
    const { Item } = await dynamoDb<{ Item?: Image }>('GetItem', {
      TableName: table,
      Key: { id: { S: id } },
      ConsistentRead: true,
    });
    return Item ? plainItem(Item) : null;
  };
