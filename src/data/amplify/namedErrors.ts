import { say } from '../../language/say';
import {
  type DataError,
  NotFoundOrNotYoursError,
  OfflineError,
  RefusedError,
  RevisionConflictError,
  ServiceFailedError,
  SessionExpiredError,
  TooManyRequestsError,
} from '../errors';

/** What is known of the request, for errors that name a record. */
export interface RequestSubject {
  postMortemId?: string;
  expectedRevision?: number;
}

interface RawError {
  message?: string;
  errorType?: string;
  name?: string;
  originalError?: RawError;
  underlyingError?: RawError;
  response?: { statusCode?: number; body?: string };
}

const NO_SESSION = ['NoValidAuthTokens', 'UserUnAuthenticatedException', 'NotAuthorizedException'];

/** As AppSync, Lambda and DynamoDB call it; a prefix such as `DynamoDB:` may stand before it. */
const TOO_MANY = /Throttl|TooManyRequests|ThroughputExceeded|RequestLimitExceeded|\bLimitExceededException/;

/** Turns what the Amplify client throws (an object with `errors`, or an error) into a named error. */
export function namedError(thrown: unknown, subject: RequestSubject = {}): DataError {
  const first = firstError(thrown);
  const raw = [first, first.originalError, first.underlyingError, first.originalError?.underlyingError];
  const names = raw.map((error) => error?.name ?? '');
  const status = raw.map((error) => error?.response?.statusCode).find((code) => code !== undefined);
  const type = first.errorType ?? '';
  const options = { cause: thrown };

  if (names.includes('NetworkError')) return new OfflineError(options);
  if (NO_SESSION.some((name) => names.includes(name)) || status === 401)
    return new SessionExpiredError(options);
  // The client says this when the refresh failed underneath: definitively above, or for want of a network.
  if (names.includes('NoSignedUser')) return new OfflineError(options);
  if (type.includes('ConditionalCheckFailed') && subject.postMortemId !== undefined) {
    return new RevisionConflictError(subject.postMortemId, subject.expectedRevision ?? 0, options);
  }
  if (type === 'Unauthorized' || type === 'UnauthorizedException') {
    return new NotFoundOrNotYoursError(subject.postMortemId ?? '', options);
  }
  if (status === 429 || [type, ...names].some((name) => TOO_MANY.test(name)))
    return new TooManyRequestsError(options);
  const message = serverMessage(first, raw);
  if (status !== undefined && status >= 500) {
    return new ServiceFailedError(say('The server failed ({status}).', { status }), options);
  }
  if (message === '')
    return new ServiceFailedError(say('The server gave an answer that cannot be read.'), options);
  return new RefusedError(message, options, type);
}

function firstError(thrown: unknown): RawError {
  if (typeof thrown !== 'object' || thrown === null) return { message: String(thrown) };
  const errors = (thrown as { errors?: unknown }).errors;
  const [first] = Array.isArray(errors) ? errors : [thrown];
  return (first ?? {}) as RawError;
}

/** AppSync puts the reason for a refusal before GraphQL into the body of the HTTP answer. */
function serverMessage(first: RawError, raw: (RawError | undefined)[]): string {
  const body = raw.map((error) => error?.response?.body).find((text) => text !== undefined);
  if (body !== undefined) {
    try {
      const parsed = JSON.parse(body) as { errors?: { message?: string }[] };
      const message = parsed.errors?.[0]?.message;
      if (message) return message;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return first.message ?? '';
}
