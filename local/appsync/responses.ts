import type { GraphQLError } from 'graphql';
import { AppSyncError, type RequestError } from './errors';

/** One error of an answer, with the keys that AppSync writes. */
export interface ResponseError {
  readonly message: string;
  readonly errorType: string | null;
  readonly errorInfo?: unknown;
  readonly data?: unknown;
  readonly path: readonly (string | number)[] | null;
  readonly locations: readonly { line: number; column: number; sourceName: null }[] | null;
}

export interface GraphqlResponse {
  readonly data: unknown;
  readonly errors?: readonly ResponseError[];
}

/** An error of execution or validation as AppSync writes it. */
export function responseError(error: GraphQLError): ResponseError {
  const cause = error.originalError;
  const own = cause instanceof AppSyncError ? cause : undefined;
  return {
    path: error.path ?? null,
    data: own?.data ?? null,
    errorType: own?.errorType ?? null,
    errorInfo: own?.errorInfo ?? null,
    locations: error.locations?.map(({ line, column }) => ({ line, column, sourceName: null })) ?? null,
    message: error.message,
  };
}

/** What does not fit the schema. */
export const validationErrors = (errors: readonly GraphQLError[]): GraphqlResponse => ({
  data: null,
  errors: errors.map((error) => ({
    ...responseError(error),
    errorType: 'ValidationError',
    message: `Validation error: ${error.message}`,
  })),
});

/** What a refused request answers. */
export const refusal = ({ errorType, message }: Pick<RequestError, 'errorType' | 'message'>) => ({
  errors: [{ errorType, message }],
});
