import { toAttribute, toAttributes } from '../attributeValues';
import { UnsupportedFeatureError } from '../errors';
import { type DynamoDbExpression, toDynamoDbExpression } from '../filterExpression';
import { Namespace } from '../namespace';

/** A change that `ddb.operations` describes; anything else in an update is a plain new value. */
class Operation {
  constructor(
    readonly kind: 'replace' | 'increment' | 'decrement' | 'remove' | 'append' | 'prepend' | 'add',
    readonly value?: unknown,
  ) {}
}

interface ItemRequest {
  readonly key: object;
  readonly item?: object;
  readonly update?: { readonly [field: string]: unknown };
  readonly condition?: object;
  readonly consistentRead?: boolean;
}

interface PageRequest {
  readonly query?: object;
  readonly filter?: object;
  readonly index?: string;
  readonly limit?: number;
  readonly nextToken?: string | null;
  readonly scanIndexForward?: boolean;
  readonly consistentRead?: boolean;
}

const expressionOf = (filter: object | undefined): DynamoDbExpression | undefined =>
  filter && toDynamoDbExpression(filter as Record<string, unknown>);

/** Prefixes placeholders, so that the update's and the condition's never meet. */
function updateOf(changes: { readonly [field: string]: unknown }): DynamoDbExpression {
  const set: string[] = [];
  const add: string[] = [];
  const remove: string[] = [];
  const expressionNames: Record<string, string> = {};
  const expressionValues: Record<string, ReturnType<typeof toAttribute>> = {};
  for (const [index, [field, change]] of Object.entries(changes).entries()) {
    const operation = change instanceof Operation ? change : new Operation('replace', change);
    const name = `#update_${index}`;
    const value = `:update_${index}`;
    expressionNames[name] = field;
    if (operation.kind !== 'remove') expressionValues[value] = toAttribute(operation.value);
    const clauses: { readonly [kind in Operation['kind']]: () => void } = {
      replace: () => set.push(`${name} = ${value}`),
      increment: () => set.push(`${name} = ${name} + ${value}`),
      decrement: () => set.push(`${name} = ${name} - ${value}`),
      append: () => set.push(`${name} = list_append(${name}, ${value})`),
      prepend: () => set.push(`${name} = list_append(${value}, ${name})`),
      add: () => add.push(`${name} ${value}`),
      remove: () => remove.push(name),
    };
    clauses[operation.kind]();
  }
  const clause = (word: string, parts: string[]) => (parts.length ? [`${word} ${parts.join(', ')}`] : []);
  const expression = [...clause('SET', set), ...clause('ADD', add), ...clause('REMOVE', remove)].join(' ');
  return { expression, expressionNames, expressionValues };
}

const operations = new Namespace('ddb.operations', {
  replace: (value) => new Operation('replace', value),
  increment: (by = 1) => new Operation('increment', by),
  decrement: (by = 1) => new Operation('decrement', by),
  append: (value) => new Operation('append', value),
  prepend: (value) => new Operation('prepend', value),
  add: (value) => new Operation('add', value),
  remove: () => new Operation('remove'),
});

const page = (operation: 'Query' | 'Scan') => (request: PageRequest) => {
  const { query, filter, ...rest } = request;
  return { operation, query: expressionOf(query), filter: expressionOf(filter), ...rest };
};

/** The module `@aws-appsync/utils/dynamodb`. */
export const dynamodbModule = new Namespace('@aws-appsync/utils/dynamodb', {
  get: ({ key, consistentRead }: ItemRequest) => ({
    operation: 'GetItem',
    key: toAttributes(key),
    consistentRead,
  }),
  put: ({ key, item, condition }: ItemRequest) => ({
    operation: 'PutItem',
    key: toAttributes(key),
    attributeValues: toAttributes(item ?? {}),
    condition: expressionOf(condition),
  }),
  remove: ({ key, condition }: ItemRequest) => ({
    operation: 'DeleteItem',
    key: toAttributes(key),
    condition: expressionOf(condition),
  }),
  update: ({ key, update, condition }: ItemRequest) => {
    if (!update) throw new UnsupportedFeatureError('ddb.update without an update');
    return {
      operation: 'UpdateItem',
      key: toAttributes(key),
      update: updateOf(update),
      condition: expressionOf(condition),
    };
  },
  query: page('Query'),
  scan: page('Scan'),
  operations,
});
