import type { DynamoDb } from './dynamodb';

/** How far an index has been made, kept from one call of its keeper to the next. @throws DynamoDbError */
export interface KeptProgress<Progress> {
  progress(): Promise<Progress | null>;
  keepProgress(progress: Progress): Promise<void>;
}

/** Progress in the table of what functions remember. @param id of the index */
export function progressIn<Progress>(dynamoDb: DynamoDb, upkeep: string, id: string): KeptProgress<Progress> {
  const key = { id: { S: id } };
  return {
    async progress() {
      const request = { TableName: upkeep, Key: key, ConsistentRead: true };
      const { Item } = await dynamoDb<{ Item?: { next?: { S?: string } } }>('GetItem', request);
      return Item?.next?.S ? (JSON.parse(Item.next.S) as Progress) : null;
    },
    async keepProgress(progress) {
      const Item = { ...key, next: { S: JSON.stringify(progress) } };
      await dynamoDb('PutItem', { TableName: upkeep, Item });
    },
  };
}
