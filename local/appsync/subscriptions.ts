import {
  type DocumentNode,
  execute,
  type GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getOperationAST,
} from 'graphql';
import { getArgumentValues } from 'graphql/execution/values.js';
import type { GraphqlApi } from '../assembly';
import type { Caller } from './caller';
import { accessRules, subscribedMutations } from './directives';
import { createDocumentReader, type GraphqlRequest } from './documents';
import { AppSyncError } from './errors';
import { checkAccess, type ExecutionContext } from './executableSchema';
import type { Publish } from './operations';
import { ResolverState } from './resolverState';
import type { RunResolver } from './resolvers';
import { type GraphqlResponse, responseError, validationErrors } from './responses';
import { fieldsOf, selectionPaths } from './selection';
import { passesFilter, type SubscriptionFilter } from './subscriptionFilter';

interface Subscription {
  readonly field: GraphQLField<unknown, ExecutionContext>;
  /** Arguments that were given; without an enhanced filter each must equal the result's field. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly filter: SubscriptionFilter | undefined;
  readonly document: DocumentNode;
  readonly request: GraphqlRequest;
  readonly caller: Caller;
  readonly deliver: (message: GraphqlResponse) => void;
}

/** The living subscriptions of an API. */
export interface Subscriptions {
  /**
   * Runs the subscription's resolver, which may refuse, and registers it.
   * @returns what ends it
   * @throws AppSyncError when the caller may not subscribe, MalformedRequestError, AggregateError of GraphQLErrors
   */
  subscribe(
    request: GraphqlRequest,
    caller: Caller,
    deliver: (message: GraphqlResponse) => void,
  ): Promise<() => void>;
  readonly publish: Publish;
}

/** @param schema with the resolvers in place, see {@link buildExecutableSchema} */
export function createSubscriptions(
  api: GraphqlApi,
  schema: GraphQLSchema,
  resolvers: ReadonlyMap<string, RunResolver>,
): Subscriptions {
  const readDocument = createDocumentReader(schema);
  const type = schema.getSubscriptionType() as GraphQLObjectType<unknown, ExecutionContext> | undefined;
  const fields = type?.getFields() ?? {};
  const living = new Set<Subscription>();

  return {
    async subscribe(request, caller, deliver) {
      const document = readDocument(request.query);
      const operation = getOperationAST(document, request.operationName);
      const selected = operation?.operation === 'subscription' ? fieldsOf(operation.selectionSet, {}) : [];
      const [node] = selected;
      const field = node && fields[node.name.value];
      if (!type || !node || !field || selected.length !== 1) {
        throw new AppSyncError('The realtime endpoint takes one subscription field.', 'UnsupportedOperation');
      }
      checkAccess(caller, accessRules(type, field, api.defaultAuthentication), type.name, field.name);
      const args = getArgumentValues(field, node, { ...request.variables });
      const state = new ResolverState(type.name, field.name, caller.mode);
      await resolvers.get(`${type.name}.${field.name}`)?.({
        args,
        source: null,
        caller,
        state,
        info: {
          fieldName: field.name,
          parentTypeName: type.name,
          variables: request.variables ?? {},
          selectionSetList: selectionPaths(node.selectionSet, {}),
        },
      });
      const filter = state.subscriptionFilter;
      const subscription = { field, args, filter, document, request, caller, deliver };
      living.add(subscription);
      return () => living.delete(subscription);
    },

    async publish(mutation, result) {
      for (const subscription of living) {
        const { field, args, filter, document, request, caller, deliver } = subscription;
        if (!subscribedMutations(field).includes(mutation)) continue;
        // An enhanced filter replaces the comparison of arguments.
        if (!(filter ? passesFilter(result, filter) : equalsArguments(result, args))) continue;
        const context: ExecutionContext = { caller, appended: [], delivering: true };
        const { data, errors = [] } = await execute({
          schema,
          document,
          variableValues: request.variables ?? undefined,
          operationName: request.operationName ?? undefined,
          contextValue: context,
          rootValue: { [field.name]: result },
        });
        deliver({ data: data ?? null, ...(errors.length > 0 ? { errors: errors.map(responseError) } : {}) });
      }
    },
  };
}

function equalsArguments(
  result: Readonly<Record<string, unknown>>,
  args: Readonly<Record<string, unknown>>,
): boolean {
  return Object.entries(args).every(
    ([name, value]) => name === 'filter' || value === undefined || result[name] === value,
  );
}

/** The errors of an AggregateError that a document reader threw. */
export const documentErrors = (error: AggregateError) =>
  validationErrors(error.errors as GraphQLError[]).errors;
