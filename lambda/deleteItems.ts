/** DynamoDB takes as many writes at once. */
const BATCH = 25;
/** How often what a throttled table has left over is offered again. */
const ATTEMPTS = 8;

/** The table could not take all deletions; the stream delivers the batch again. */
export class DeletionIncompleteError extends Error {
  override name = 'DeletionIncompleteError';
  constructor(readonly table: string) {
    super(`Not all items could be deleted from ${table}. The stream will deliver the deletion again.`);
  }
}

export type Key = Record<string, { S: string }>;
type Deletions = Record<string, { DeleteRequest: { Key: Key } }[]>;

/** DynamoDB's BatchWriteItem, however it is reached: answers what the table had no room for. */
export type WriteBatch = (deletions: Deletions) => Promise<{ UnprocessedItems?: object | undefined }>;

/** Deletes the items with these keys, however many. @throws DeletionIncompleteError */
export async function deleteItems(write: WriteBatch, table: string, keys: readonly Key[]): Promise<void> {
  for (let from = 0; from < keys.length; from += BATCH) {
    let left = keys.slice(from, from + BATCH).map((Key) => ({ DeleteRequest: { Key } }));
    for (let attempt = 0; left.length > 0; attempt += 1) {
      if (attempt === ATTEMPTS) throw new DeletionIncompleteError(table);
      const { UnprocessedItems: unprocessed } = await write({ [table]: left });
      left = (unprocessed as Deletions | undefined)?.[table] ?? [];
    }
  }
}
