import { CallbackTimeoutError, type DurableContext } from '@aws/durable-execution-sdk-js';
import type { ReviewRequest } from '../../domain/humanReview';
import { retryReviewStep } from '../durable/retry';
import type { Collaborators } from './collaborators';
import type { ReviewLog } from './log';
import { wordAwaited } from './steps';

/**
 * Waits until somebody has decided, without a process running. Says whether anybody woke it in time.
 *
 * One callback at a time, and outside of maps: there one can fall silent
 * (https://github.com/aws/aws-durable-execution-sdk-js/issues/510).
 */
export async function waitForWord(
  with_: Collaborators,
  request: ReviewRequest,
  log: ReviewLog,
  context: DurableContext,
  name: string,
  seconds: number,
): Promise<boolean> {
  try {
    await context.waitForCallback(
      name,
      async (callbackId) => {
        await wordAwaited(with_, request, callbackId, log.soFar);
      },
      { timeout: { seconds }, retryStrategy: retryReviewStep },
    );
    return true;
  } catch (error) {
    if (error instanceof CallbackTimeoutError) return false;
    throw error;
  }
}
