import {
  execute,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  responsePathAsArray,
} from 'graphql';
import type { Caller } from './caller';
import type { GraphqlRequest } from './documents';
import { createDocumentReader } from './documents';
import type { ExecutionContext } from './executableSchema';
import { RequestBudget } from './requestBudget';
import { type GraphqlResponse, type ResponseError, responseError, validationErrors } from './responses';
import { fieldsOf, resultOf } from './selection';

/** Called with what a mutation's field answered, for subscriptions. */
export type Publish = (mutation: string, result: Readonly<Record<string, unknown>>) => Promise<void>;

export type ExecuteOperation = (request: GraphqlRequest, caller: Caller) => Promise<GraphqlResponse>;

const refused = (message: string, errorType: string): GraphqlResponse => ({
  data: null,
  errors: [{ message, errorType, path: null, locations: null }],
});

/**
 * Makes the function that executes queries and mutations.
 * The function throws MalformedRequestError when the document is no GraphQL.
 */
export function createExecutor(schema: GraphQLSchema, publish: Publish): ExecuteOperation {
  const readDocument = createDocumentReader(schema);
  return async (request, caller) => {
    let document: ReturnType<typeof readDocument>;
    try {
      document = readDocument(request.query);
    } catch (error) {
      if (error instanceof AggregateError) return validationErrors(error.errors as GraphQLError[]);
      throw error;
    }
    const operation = getOperationAST(document, request.operationName);
    if (!operation) return refused('Unknown or missing operation name.', 'UnknownOperationError');
    if (operation.operation === 'subscription') {
      return refused('Subscriptions go to the realtime endpoint.', 'UnsupportedOperation');
    }
    const budget = new RequestBudget();
    const context: ExecutionContext = { caller, appended: [], budget, delivering: false };
    const { data, errors = [] } = await Promise.resolve(
      execute({
        schema,
        document,
        variableValues: request.variables ?? undefined,
        operationName: request.operationName ?? undefined,
        contextValue: context,
        rootValue: {},
      }),
    ).finally(() => budget.end());
    if (operation.operation === 'mutation' && data) {
      await publishResults(schema, operation, document, data, publish);
    }
    const all: ResponseError[] = [
      ...errors.map(responseError),
      ...context.appended.map(({ error, path }) => ({
        message: error.message,
        errorType: error.errorType,
        errorInfo: error.errorInfo,
        data: error.data,
        path: responsePathAsArray(path),
        locations: null,
      })),
    ];
    return { data: data ?? null, ...(all.length > 0 ? { errors: all } : {}) };
  };
}

async function publishResults(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  document: ReturnType<ReturnType<typeof createDocumentReader>>,
  data: Readonly<Record<string, unknown>>,
  publish: Publish,
): Promise<void> {
  const fragments = Object.fromEntries(
    document.definitions.flatMap((node) =>
      node.kind === 'FragmentDefinition' ? [[node.name.value, node] as const] : [],
    ),
  );
  const fields = schema.getMutationType()?.getFields() ?? {};
  for (const node of fieldsOf(operation.selectionSet, fragments)) {
    const field = fields[node.name.value];
    const answer = data[node.alias?.value ?? node.name.value];
    if (!field || answer === null || answer === undefined) continue;
    const result = resultOf(answer, field.type, node.selectionSet, fragments);
    if (typeof result === 'object' && result !== null && !Array.isArray(result)) {
      await publish(field.name, result as Readonly<Record<string, unknown>>);
    }
  }
}
