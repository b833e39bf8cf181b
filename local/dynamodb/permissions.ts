import type { Permission } from '../iam';
import type { RequestBody } from './dynalite';
import { tableArn } from './tableArn';

/** What IAM calls the parts of a transaction. */
const TRANSACTION_ACTIONS: { readonly [part: string]: string } = {
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

const on = (action: string, resourceArn: string): Permission => ({
  action: `dynamodb:${action}`,
  resourceArn,
});

/**
 * What a request does, in the words of policies. IAM has no action for a transaction: it asks for each of its
 * parts. The request is unchecked yet.
 */
export function permissionsOf(operation: string, request: RequestBody): Permission[] {
  switch (operation) {
    case 'Query':
    case 'Scan': {
      const table = tableArn(request.TableName);
      return [on(operation, request.IndexName ? `${table}/index/${String(request.IndexName)}` : table)];
    }
    case 'BatchGetItem':
    case 'BatchWriteItem':
      return orAnyTable(
        Object.keys(fieldsOf(request.RequestItems)).map((name) => on(operation, tableArn(name))),
        operation,
      );
    case 'TransactGetItems':
    case 'TransactWriteItems': {
      const items = Array.isArray(request.TransactItems) ? (request.TransactItems as unknown[]) : [];
      const parts = items.flatMap((item) =>
        Object.entries(fieldsOf(item)).map(([part, content]) =>
          on(TRANSACTION_ACTIONS[part] ?? part, tableArn(fieldsOf(content).TableName)),
        ),
      );
      return orAnyTable(parts, operation === 'TransactGetItems' ? 'GetItem' : 'PutItem');
    }
    default:
      return [on(operation, tableArn(request.TableName ?? request.ResourceArn))];
  }
}

/** A request that names nothing must not be one that needs nothing. */
const orAnyTable = (permissions: Permission[], action: string): Permission[] =>
  permissions.length > 0 ? permissions : [on(action, tableArn(undefined))];

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
