import type { DynamoDb } from './dynamodb';
import type { VectorIndex } from './vectors';

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

/** How far an index of vectors has been made: all is entered, then what stands in it for nothing is taken out. */
export interface Making {
  /** What it is made by. Another one is another index. */
  madeBy: string;
  isDone: boolean;
  stage: 'entering' | 'sweeping';
  /** Where the stage goes on; null at its beginning. */
  after: string | null;
}

interface Stages<Progress> {
  beginning: Progress;
  /** How much was put: where that is something, an index without a vector has lost it. */
  put(progress: Progress): number;
  enterSome(progress: Progress): Promise<Progress>;
  sweepSome(progress: Progress): Promise<Progress>;
}

/**
 * Goes on with an index of vectors while there is time, and from the beginning where that is asked for, where another
 * has made it, and where it is empty although vectors were put: it was deleted and made anew, or damaged.
 */
export async function goOnMaking<Progress extends Making>(
  with_: KeptProgress<Progress> & { vectors: Pick<VectorIndex, 'list'> },
  { beginning, put, enterSome, sweepSome }: Stages<Progress>,
  { rebuild, hasTime }: { rebuild: boolean; hasTime: () => boolean },
): Promise<Progress> {
  const isLost = async (before: Progress) =>
    before.isDone && put(before) > 0 && (await with_.vectors.list({ next: null, most: 1 })).keys.length === 0;
  const before = await with_.progress();
  let progress =
    before?.madeBy === beginning.madeBy && !rebuild && !(await isLost(before)) ? before : beginning;
  while (!progress.isDone && hasTime()) {
    progress = await (progress.stage === 'entering' ? enterSome(progress) : sweepSome(progress));
    await with_.keepProgress(progress);
  }
  return progress;
}
