import { createRetryStrategy, JitterStrategy, type RetryDecision } from '@aws/durable-execution-sdk-js';

/**
 * What Bedrock and the network recover from. Everything else (a refused request, missing access) stays as
 * it is however often one asks, and an author is waiting.
 */
const TRANSIENT = new Set([
  'ThrottlingException',
  'ServiceUnavailableException',
  'InternalServerException',
  'ModelTimeoutException',
  'ModelNotReadyException',
  'TimeoutError',
  'AbortError',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
]);

/** Whether asking once more may help. */
export const isTransient = (error: Error): boolean =>
  TRANSIENT.has(error.name) || TRANSIENT.has((error as NodeJS.ErrnoException).code ?? '');

/**
 * Two attempts a second apart. The SDK's default (6 attempts, from 5 s to 60 s) is made for batch work and
 * far too slow for a screen.
 */
const twoAttempts = createRetryStrategy({
  maxAttempts: 2,
  initialDelay: { seconds: 1 },
  maxDelay: { seconds: 1 },
  jitter: JitterStrategy.NONE,
});

/** For calls to a model. */
export const retryModelCall = (error: Error, attempt: number): RetryDecision =>
  isTransient(error) ? twoAttempts(error, attempt) : { shouldRetry: false };

/** For the last publication: a verdict that cannot be stored is lost on the screen, so it tries for longer. */
export const retryPublish = createRetryStrategy({
  maxAttempts: 6,
  initialDelay: { seconds: 1 },
  maxDelay: { seconds: 15 },
  jitter: JitterStrategy.FULL,
});

/** What stays as it is however often one tries: the document or the record has gone another way. */
export const LASTING: ReadonlySet<string> = new Set(['NoSuchReviewError', 'ReviewOverError']);

const sixAttempts = createRetryStrategy({
  maxAttempts: 6,
  initialDelay: { seconds: 2 },
  maxDelay: { seconds: 120 },
  jitter: JitterStrategy.FULL,
});

/** For the steps of a review, for which nobody waits at a screen: through an outage of some minutes. */
export const retryReviewStep = (error: Error, attempt: number): RetryDecision =>
  LASTING.has(error.name) ? { shouldRetry: false } : sixAttempts(error, attempt);

/** What no waiting changes: something is set up otherwise than the code expects, or refuses what it is given. */
const UNSUITABLE: ReadonlySet<string> = new Set([
  'UnsuitableVectorError',
  'ValidationException',
  'AccessDeniedException',
  'ResourceNotFoundException',
]);

const eightAttempts = createRetryStrategy({
  maxAttempts: 8,
  initialDelay: { seconds: 2 },
  maxDelay: { seconds: 120 },
  jitter: JitterStrategy.FULL,
});

/** For the steps of the archive, for which nobody waits: through some minutes of a throttled embedder. */
export const retryArchiveStep = (error: Error, attempt: number): RetryDecision =>
  UNSUITABLE.has(error.name) || UNSUITABLE.has((error as { type?: string }).type ?? '')
    ? { shouldRetry: false }
    : eightAttempts(error, attempt);
