import { signedPost } from './signedPost';

/** One error of a GraphQL answer. `errorType` is AppSync's, such as `DynamoDB:ConditionalCheckFailedException`. */
export interface GraphqlProblem {
  message: string;
  errorType?: string | null;
}

/** AppSync refused a call or could not be understood. */
export class AppSyncError extends Error {
  constructor(
    message: string,
    readonly problems: readonly GraphqlProblem[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'AppSyncError';
  }

  /** Whether the stored record was not as the call required it. */
  get isConditionFailure(): boolean {
    return this.problems.some((problem) => problem.errorType?.endsWith('ConditionalCheckFailedException'));
  }
}

/** Makes a change that the stored record may have overtaken: then nothing is done, and nothing answered. */
export async function unlessChanged<Answer>(change: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await change();
  } catch (error) {
    if (error instanceof AppSyncError && error.isConditionFailure) return undefined;
    throw error;
  }
}

/** Calls the API, as whoever it was made for: a function's own role, or a person. @throws AppSyncError */
export type Graphql = <Data>(query: string, variables: Record<string, unknown>) => Promise<Data>;

/** A GraphQL client signed with the credentials that Lambda puts into the environment. */
export function signedGraphql(url: string, environment: NodeJS.ProcessEnv = process.env): Graphql {
  const post = signedPost(url, 'appsync', environment);
  return graphqlThrough((body) => post(JSON_BODY, body));
}

const JSON_BODY = { 'content-type': 'application/json' };
const TIMEOUT_MS = 20_000;

/** A GraphQL client for the person whose access token this is: the deployed rules answer them, as in a browser. */
export const graphqlAs = (url: string, accessToken: string): Graphql =>
  graphqlThrough((body) =>
    fetch(url, {
      method: 'POST',
      headers: { ...JSON_BODY, authorization: accessToken },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }),
  );

const graphqlThrough =
  (post: (body: string) => Promise<Response>): Graphql =>
  async <Data>(query: string, variables: Record<string, unknown>) => {
    const response = await post(JSON.stringify({ query, variables })).catch((cause: unknown) => {
      throw new AppSyncError('AppSync could not be reached.', [], { cause });
    });
    const answer = (await response.json().catch((cause: unknown) => {
      throw new AppSyncError(`AppSync answered ${response.status} with something that is not JSON.`, [], {
        cause,
      });
    })) as { data?: Data; errors?: GraphqlProblem[] };
    if (answer.errors?.length) {
      throw new AppSyncError(answer.errors.map((problem) => problem.message).join('; '), answer.errors);
    }
    if (!response.ok || !answer.data)
      throw new AppSyncError(`AppSync answered ${response.status} without data.`);
    return answer.data;
  };
