import { createHash } from 'node:crypto';
import {
  type CheckedRequest,
  checkRequest,
  type DynaliteOperation,
  database,
  type Item,
  perform,
  promised,
  type RequestBody,
  read,
  type Store,
  type TableRecord,
} from './dynalite';
import { type CancellationReason, DynamoDbError, TransactionCanceledError, ValidationError } from './errors';

const MAX_ACTIONS = 100;
/** For how long a `ClientRequestToken` makes a repeated transaction harmless, in milliseconds. */
const TOKEN_LIFETIME = 10 * 60 * 1000;
const TOKENS = 'transaction-token~';

/** What each kind of action is carried out as; a check is a write that is never made. */
const ACTIONS = new Map<string, DynaliteOperation>([
  ['Put', 'PutItem'],
  ['Update', 'UpdateItem'],
  ['Delete', 'DeleteItem'],
  ['ConditionCheck', 'DeleteItem'],
]);

export interface Transactions {
  /**
   * Carries out `TransactWriteItems`. Call it within a write of the atomic store, which then writes all or,
   * when this throws, nothing.
   * @throws TransactionCanceledError, ValidationError, DynamoDbError
   */
  write(request: RequestBody): Promise<object>;
  get(request: RequestBody): Promise<object>;
}

interface Step {
  readonly kind: string;
  readonly operation: DynaliteOperation;
  readonly request: CheckedRequest;
  readonly table: TableRecord;
  readonly key: string;
  readonly returnsItem: boolean;
}

interface UsedToken {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly digest: string;
}

/** @param clock milliseconds since 1970 */
export function createTransactions(store: Store, clock: () => number): Transactions {
  const write = async (request: RequestBody) => {
    const actions = actionsOf(request);
    const token = request.ClientRequestToken;
    if (token !== undefined && (await isRepeated(store, String(token), actions, clock()))) return {};
    const steps: Step[] = [];
    for (const action of actions) steps.push(await prepare(store, action));
    const targets = new Set(steps.map(({ table, key }) => `${table.TableName}~${key}`));
    if (targets.size < steps.length) {
      throw new ValidationError('Transaction request cannot include multiple operations on one item');
    }
    const reasons: CancellationReason[] = [];
    // Every step is tried, also after a refusal: the caller gets the reasons of all of them.
    for (const step of steps) reasons.push(await carryOut(store, step));
    if (reasons.some(({ Code }) => Code !== 'None')) throw new TransactionCanceledError(reasons);
    return {};
  };

  const get = async (request: RequestBody) => {
    const Responses: object[] = [];
    for (const action of actionsOf(request)) {
      const [kind, body] = onlyEntry(action);
      if (kind !== 'Get') throw new ValidationError(`TransactGetItems takes Get only, not ${kind}`);
      const checked = checkRequest(store, 'GetItem', { ...body, ConsistentRead: true });
      const { Item } = (await perform(store, 'GetItem', checked)) as { Item?: Item };
      Responses.push(Item ? { Item } : {});
    }
    return { Responses };
  };

  return { write, get };
}

function actionsOf({ TransactItems }: RequestBody): readonly unknown[] {
  if (!Array.isArray(TransactItems) || TransactItems.length < 1 || TransactItems.length > MAX_ACTIONS) {
    throw new ValidationError(`TransactItems must have between 1 and ${MAX_ACTIONS} members`);
  }
  return TransactItems;
}

function onlyEntry(action: unknown): [kind: string, body: Record<string, unknown>] {
  const [entry, ...others] = Object.entries((action ?? {}) as object);
  if (!entry || others.length > 0 || typeof entry[1] !== 'object' || entry[1] === null) {
    throw new ValidationError('TransactItems can only contain one of Check, Put, Update or Delete each');
  }
  return entry;
}

async function prepare(store: Store, action: unknown): Promise<Step> {
  const [kind, { ReturnValuesOnConditionCheckFailure: returned, ...body }] = onlyEntry(action);
  const operation = ACTIONS.get(kind);
  if (!operation) throw new ValidationError(`TransactWriteItems has no action ${kind}`);
  if (kind === 'ConditionCheck' && !body.ConditionExpression) {
    throw new ValidationError('A ConditionCheck needs a ConditionExpression');
  }
  const request = checkRequest(store, operation, body);
  const table = await promised<TableRecord>((done) => store.getTable(request.TableName, true, done));
  const { Item, Key = {} } = request;
  const invalid = Item ? database.validateItem(Item, table) : database.validateKey(Key, table);
  if (invalid) throw invalid;
  const key = database.createKey(Item ?? Key, table);
  return { kind, operation, request, table, key, returnsItem: returned === 'ALL_OLD' };
}

async function carryOut(store: Store, step: Step): Promise<CancellationReason> {
  const { kind, operation, request, table, key, returnsItem } = step;
  const itemSpace = store.getItemDb(table.TableName);
  const before = await read<Item>(itemSpace, key);
  if (database.checkConditional(request, before)) {
    const Message = 'The conditional request failed';
    return { Code: 'ConditionalCheckFailed', Message, ...(returnsItem && before && { Item: before }) };
  }
  if (kind === 'ConditionCheck') return { Code: 'None' };
  try {
    await perform(store, operation, request);
    return { Code: 'None' };
  } catch (error) {
    const { __type, message } = (error as { body?: { __type?: string; message?: string } }).body ?? {};
    if (!__type?.endsWith('#ValidationException')) throw error;
    return { Code: 'ValidationError', Message: message };
  }
}

/** Looks a token up and remembers it, in the batch of the transaction itself, so that both land or neither. */
async function isRepeated(store: Store, token: string, actions: readonly unknown[], now: number) {
  const digest = createHash('sha256').update(JSON.stringify(actions)).digest('base64url');
  const key = TOKENS + token;
  const used = await read<UsedToken>(store.db, key);
  if (used && used.at > now - TOKEN_LIFETIME) {
    if (used.digest === digest) return true;
    throw new DynamoDbError(
      'IdempotentParameterMismatchException',
      'The ClientRequestToken was used before with other parameters.',
    );
  }
  await promised<void>((done) => store.db.put(key, { at: now, digest } satisfies UsedToken, done));
  return false;
}

/** Drops the tokens whose time is over. Call it within a write. */
export async function forgetOldTokens(store: Store, now: number): Promise<void> {
  for await (const [key, used] of store.db.iterator({ gte: TOKENS, lt: `${TOKENS}\u{10FFFF}` })) {
    if ((used as UsedToken).at > now - TOKEN_LIFETIME) continue;
    await promised<void>((done) => store.db.del(key, done));
  }
}
