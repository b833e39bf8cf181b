import { type DynamoDb, DynamoDbError } from '../../../lambda/dynamodb';
import { type AttributeValue, type Image, plainValue } from '../../../lambda/plainValue';

type Item = Record<string, AttributeValue>;
interface Request {
  Key?: Image;
  Item?: Image;
  KeyConditionExpression?: string;
  UpdateExpression?: string;
  ConditionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, AttributeValue>;
}

/** A table in memory that knows the few expressions of `lambda/humanReview`, and refuses every other. */
export function memoryTable(): { dynamoDb: DynamoDb; items: Map<string, Item> } {
  const items = new Map<string, Item>();
  const idOf = (image: Image | undefined) => String(image?.id?.S);
  const dynamoDb = async (operation: string, request: object) => {
    if (operation === 'TransactWriteItems') {
      const puts = (request as { TransactItems: { Put: Request }[] }).TransactItems.map(({ Put }) => Put);
      if (!puts.every((put) => holds(put, items.get(idOf(put.Item)))))
        throw new DynamoDbError(operation, 'TransactionCanceledException');
      for (const put of puts) items.set(idOf(put.Item), structuredClone(put.Item) as Item);
      return {};
    }
    const asked = request as Request;
    const id = idOf(asked.Key ?? asked.Item);
    const item = items.get(id);
    if (operation === 'Scan') return { Items: structuredClone([...items.values()]) };
    if (operation === 'Query') {
      const [name = '', value] = (asked.KeyConditionExpression ?? '').split(' = ');
      const [path] = pathOf(name, asked);
      const wanted = plainValue(asked.ExpressionAttributeValues?.[value ?? ''] as AttributeValue);
      const has = (one: Item) => path && one[path] && plainValue(one[path]) === wanted;
      return { Items: structuredClone([...items.values()].filter(has)) };
    }
    if (operation === 'GetItem') return { Item: item && structuredClone(item) };
    if (!holds(asked, item)) throw new DynamoDbError(operation, 'ConditionalCheckFailedException');
    if (operation === 'PutItem') items.set(id, structuredClone(asked.Item) as Item);
    else if (operation === 'UpdateItem') items.set(id, updated(asked, item ?? ({ ...asked.Key } as Item)));
    else throw new Error(`The table in memory does not know ${operation}.`);
    return {};
  };
  return { dynamoDb: dynamoDb as DynamoDb, items };
}

const pathOf = (path: string, { ExpressionAttributeNames: names = {} }: Request): string[] =>
  path.split('.').map((part) => (part.startsWith('#') ? (names[part] ?? part) : part));

function valueAt(item: Item | undefined, path: readonly string[]): AttributeValue | undefined {
  let at: AttributeValue | undefined = item && ({ M: item } as unknown as AttributeValue);
  for (const part of path) at = (at?.M as Item | undefined)?.[part];
  return at;
}

function holds(asked: Request, item: Item | undefined): boolean {
  const { ConditionExpression: condition, ExpressionAttributeValues: values = {} } = asked;
  if (condition === undefined) return true;
  return condition.split(' AND ').every((part) => {
    const [, not, path] = /^attribute_(not_)?exists\(([#\w.]+)\)$/.exec(part) ?? [];
    if (path !== undefined) return (valueAt(item, pathOf(path, asked)) === undefined) === (not !== undefined);
    const [, left, sign, right] = /^([#\w.]+) (=|<) (:\w+)$/.exec(part) ?? [];
    if (left === undefined || right === undefined)
      throw new Error(`The table in memory does not know "${part}".`);
    const there = valueAt(item, pathOf(left, asked));
    if (there === undefined) return false;
    const [one, other] = [plainValue(there), plainValue(values[right] as AttributeValue)];
    return sign === '=' ? JSON.stringify(one) === JSON.stringify(other) : (one as number) < (other as number);
  });
}

function updated(asked: Request, item: Item): Item {
  const next = structuredClone(item);
  const { UpdateExpression: expression = '', ExpressionAttributeValues: values = {} } = asked;
  for (const assignment of expression.replace(/^SET /, '').split(', ')) {
    const [left = '', right = ''] = assignment.split(' = ');
    const path = pathOf(left, asked);
    const holder = path.slice(0, -1).reduce<Item>((at, part) => {
      const inner = at[part]?.M as Item | undefined;
      if (!inner) throw new Error(`DynamoDB has no document path ${path.join('.')} here.`);
      return inner;
    }, next);
    holder[path.at(-1) as string] = values[right] as AttributeValue;
  }
  return next;
}
