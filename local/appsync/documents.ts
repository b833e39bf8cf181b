import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { MalformedRequestError } from './errors';

/** What a client asks for. */
export interface GraphqlRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
}

/** The most levels AppSync lets anyone set as a query depth limit. */
const MAX_DEPTH = 75;

/** A document that only wants to cost time; Amplify's own documents have some hundred fields. */
const MAX_TOKENS = 15_000;

/** Documents that were valid before; clients send the same few again and again. */
const MAX_REMEMBERED = 500;

/**
 * Reads a request's JSON.
 * @throws MalformedRequestError
 */
export function readRequest(body: string): GraphqlRequest {
  let request: unknown;
  try {
    request = JSON.parse(body);
  } catch (cause) {
    throw new MalformedRequestError('Request body is not valid JSON.', { cause });
  }
  const { query, variables, operationName } = (request ?? {}) as Record<string, unknown>;
  if (typeof query !== 'string') throw new MalformedRequestError('Unable to parse GraphQL query.');
  if (variables !== undefined && (typeof variables !== 'object' || Array.isArray(variables))) {
    throw new MalformedRequestError('Variables must be a JSON object.');
  }
  if (isDeeperThan(MAX_DEPTH, variables)) {
    throw new MalformedRequestError(`Variables must not be nested deeper than ${MAX_DEPTH} levels.`);
  }
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    throw new MalformedRequestError('The operation name must be a text.');
  }
  return request as GraphqlRequest;
}

/**
 * Makes the function that parses and validates documents against a schema.
 * The function throws MalformedRequestError for what is no GraphQL, and an AggregateError of GraphQLErrors
 * for what does not fit the schema.
 */
export function createDocumentReader(schema: GraphQLSchema): (query: string) => DocumentNode {
  const remembered = new Map<string, DocumentNode>();
  return (query) => {
    const known = remembered.get(query);
    if (known) return known;
    refuseExcess(query);
    let document: DocumentNode;
    try {
      document = parse(query);
    } catch (cause) {
      throw new MalformedRequestError(`Unable to parse GraphQL query: ${(cause as Error).message}`, {
        cause,
      });
    }
    const errors = validate(schema, document);
    if (errors.length > 0) throw new AggregateError(errors, 'The document does not fit the schema.');
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(query, document);
    return document;
  };
}

/** Level by level, as what is very deep must not be looked at by recursion. */
function isDeeperThan(levels: number, value: unknown): boolean {
  const isNested = (part: unknown): part is object => typeof part === 'object' && part !== null;
  let level = [value].filter(isNested);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels) return true;
    level = level.flatMap((part) => Object.values(part).filter(isNested));
  }
  return false;
}

/** The parser recurses and validation compares fields in pairs, so both are spared from hostile documents. */
function refuseExcess(query: string): void {
  let depth = 0;
  let tokens = 0;
  for (const [token] of query.matchAll(/"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|#[^\n]*|\w+|[^\s,\w]/g)) {
    tokens += 1;
    if (token === '{' || token === '[' || token === '(') depth += 1;
    if (token === '}' || token === ']' || token === ')') depth -= 1;
    if (depth > MAX_DEPTH || tokens > MAX_TOKENS) {
      const limit = depth > MAX_DEPTH ? `${MAX_DEPTH} levels` : `${MAX_TOKENS} tokens`;
      throw new AggregateError([new GraphQLError(`The document has more than ${limit}.`)]);
    }
  }
}
