import {
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { TableName } from './database';

type Item = Record<string, { S: string } | { N: string }>;
/** What a table holds, by item id. */
export type Contents = ReadonlyMap<string, Item>;

const KEYS_PER_WRITER = 4;
const SEVERITIES = 3;

/**
 * One writer, changing items of its own without pause. It knows what it was promised, and what its last
 * request, which nobody may have answered, would have made of it.
 */
export class Writer {
  promised: Contents = new Map();
  hoped: Contents = this.promised;
  private turn = 0;

  constructor(private readonly name: string) {}

  /** Rejects when the server is gone. */
  async write(client: DynamoDBClient): Promise<void> {
    this.turn += 1;
    const first = this.version(this.turn % KEYS_PER_WRITER);
    const second = this.version((this.turn + 1) % KEYS_PER_WRITER);
    const firstId = idOf(first);
    const secondId = idOf(second);
    switch (this.turn % 5) {
      case 1:
        this.hoped = new Map(this.promised).set(firstId, first);
        await client.send(new PutItemCommand({ TableName, Item: first }));
        break;
      case 2: {
        const { id: _id, ...attributes } = first;
        this.hoped = new Map(this.promised).set(firstId, first);
        const names = Object.keys(attributes);
        await client.send(
          new UpdateItemCommand({
            TableName,
            Key: { id: { S: firstId } },
            UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
            ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
            ExpressionAttributeValues: Object.fromEntries(
              Object.entries(attributes).map(([name, value]) => [`:${name}`, value]),
            ),
          }),
        );
        break;
      }
      case 3: {
        const without = new Map(this.promised);
        without.delete(firstId);
        this.hoped = without;
        await client.send(new DeleteItemCommand({ TableName, Key: { id: { S: firstId } } }));
        break;
      }
      default:
        this.hoped = new Map(this.promised).set(firstId, first).set(secondId, second);
        await client.send(
          new TransactWriteItemsCommand({
            TransactItems: [{ Put: { TableName, Item: first } }, { Put: { TableName, Item: second } }],
          }),
        );
    }
    this.promised = this.hoped;
  }

  /** Items of this writer among the contents of a table. */
  ownOf(contents: Contents): Contents {
    return new Map([...contents].filter(([id]) => id.startsWith(`${this.name}-`)));
  }

  /** After a crash, goes on from what is there. */
  resume(contents: Contents): void {
    this.promised = this.ownOf(contents);
    this.hoped = this.promised;
  }

  private version(key: number): Item {
    const version = String(this.turn).padStart(6, '0');
    return {
      id: { S: `${this.name}-${key}` },
      owner: { S: `owner-${this.turn % 7}` },
      updatedAt: { S: version },
      severity: { N: String(this.turn % SEVERITIES) },
      title: { S: `Version ${version} by ${this.name}` },
      padding: { S: 'x'.repeat((this.turn % 11) * 200) },
    };
  }
}

export async function readAll(client: DynamoDBClient, IndexName?: string): Promise<Contents> {
  const contents = new Map<string, Item>();
  let ExclusiveStartKey: Record<string, never> | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName, IndexName, ExclusiveStartKey }));
    for (const item of (page.Items ?? []) as Item[]) {
      const id = idOf(item);
      if (contents.has(id)) throw new Error(`${id} stands in ${IndexName ?? TableName} twice`);
      contents.set(id, item);
    }
    ExclusiveStartKey = page.LastEvaluatedKey as typeof ExclusiveStartKey;
  } while (ExclusiveStartKey);
  return contents;
}

/** What the index `bySeverity` has to hold for these items. */
export function severityEntries(contents: Contents): Contents {
  return new Map(
    [...contents].map(([id, { owner: _owner, padding: _padding, ...projected }]) => [id, projected as Item]),
  );
}

function idOf(item: Item): string {
  return (item.id as { S: string }).S;
}
