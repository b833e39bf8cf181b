import { NoAnswerError, RequestRefusedError } from './errors';
import type { Session } from './session';

/**
 * Asks the API once.
 * @throws RequestRefusedError in the API's own words, NoAnswerError
 */
export async function call<Data>(
  session: Session,
  query: string,
  variables: Record<string, unknown>,
): Promise<Data> {
  try {
    const { data } = (await session.graphql({ query, variables })) as { data: Data };
    return data;
  } catch (problem) {
    throw refusal(problem);
  }
}

interface Problem {
  errors?: Array<{ message: string; originalError?: { response?: { body?: string } } }>;
}

/** Amplify rejects with the whole GraphQL answer; its messages are written for people. */
export function refusal(problem: unknown): Error {
  const errors = (problem as Problem | null)?.errors ?? [];
  // Amplify's own words, where it could make nothing of the answer, are "Unknown error": the API's are in it.
  const own = errors.flatMap(({ originalError }) => (originalError ? [originalError] : []));
  const said =
    own.length > 0
      ? own.flatMap((error) => messagesOf(error.response?.body))
      : errors.map(({ message }) => message);
  if (said.length > 0) return new RequestRefusedError([...new Set(said)].join(' '), { cause: problem });
  if (own.length > 0) return new NoAnswerError({ cause: problem });
  return problem instanceof Error ? problem : new RequestRefusedError(String(problem));
}

/** What the API said with a status that is no success. */
function messagesOf(body: string | undefined): string[] {
  try {
    const { errors = [] } = JSON.parse(body ?? '') as Problem;
    return errors.map(({ message }) => message);
  } catch {
    return [];
  }
}
