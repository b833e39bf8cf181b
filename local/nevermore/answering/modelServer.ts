import { BedrockError } from '../../bedrock/errors';
import { reasonOf } from '../fetchFailure';

/** A server that speaks OpenAI's protocol, whatever it is asked for. */
export interface ModelServer {
  /** Base address without a trailing slash. */
  url: string;
  apiKey?: string;
}

/** Asks it with a JSON body. @throws BedrockError when it does not answer */
export async function postTo(
  server: ModelServer,
  path: string,
  body: object,
  signal: AbortSignal,
): Promise<Response> {
  try {
    return await fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(server.apiKey && { authorization: `Bearer ${server.apiKey}` }),
      },
      body: JSON.stringify(body),
      signal,
    });
  } catch (cause) {
    throw unreachable(server, cause);
  }
}

/** It does not answer, or no longer. */
export const unreachable = ({ url }: ModelServer, cause: unknown): BedrockError =>
  new BedrockError(
    'ServiceUnavailableException',
    `The model server at ${url} does not answer (${reasonOf(cause)}). Start it, or correct NEVERMORE_OPENAI_URL.`,
    { cause },
  );

/**
 * What an answer with a status of 400 or more means.
 * @param said by the server; may be empty
 * @param told what was asked for ("the request"), and what to do where the server has no such model, behind its address
 */
export function refusalOf(
  { url }: ModelServer,
  status: number,
  said: string,
  told: { asked: string; noSuchModel: string },
): BedrockError {
  const says = said ? ` It says: ${said}` : '';
  const server = `The model server at ${url}`;
  switch (true) {
    case status === 401 || status === 403:
      return new BedrockError(
        'AccessDeniedException',
        `${server} refused the key (HTTP ${status}). Check NEVERMORE_OPENAI_KEY.${says}`,
      );
    case status === 404:
      return new BedrockError('ResourceNotFoundException', `${server} ${told.noSuchModel}.${says}`);
    case status === 429:
      return new BedrockError('ThrottlingException', `${server} is busy (HTTP 429).${says}`);
    case status >= 500:
      return new BedrockError('ServiceUnavailableException', `${server} failed (HTTP ${status}).${says}`);
    default:
      return new BedrockError(
        'ValidationException',
        `${server} refused ${told.asked} (HTTP ${status}).${says}`,
      );
  }
}
