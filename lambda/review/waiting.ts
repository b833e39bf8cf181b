import { CallbackTimeoutError, type DurableContext } from '@aws/durable-execution-sdk-js';
import type { ReviewRequest } from '../../domain/humanReview';
import { retryReviewStep } from '../durable/retry';
import type { StoredDelivery } from '../humanReview/deliveries';
import type { Collaborators } from './collaborators';
import type { Done, ReviewLog } from './log';

/**
 * Waits until somebody has decided, without a process running. Says whether anybody woke it in time.
 *
 * One callback at a time, and outside of maps: there one can fall silent
 * (https://github.com/aws/aws-durable-execution-sdk-js/issues/510).
 */
export async function waitForWord(
  with_: Collaborators,
  { reviewId }: ReviewRequest,
  log: ReviewLog,
  context: DurableContext,
  name: string,
  seconds: number,
): Promise<boolean> {
  try {
    await context.waitForCallback(
      name,
      async (callbackId) => {
        const stored = await with_.records.awaitWord(reviewId, callbackId, log.soFar);
        // Decided between two waits, or before the first: whoever did so knew no callback to wake it by.
        if (stored.decision) await with_.wakeUp(callbackId);
      },
      { timeout: { seconds }, retryStrategy: retryReviewStep },
    );
    return true;
  } catch (error) {
    if (error instanceof CallbackTimeoutError) return false;
    throw error;
  }
}

/** What a step that told people has done, in a sentence. */
export function deliveredIn(deliveries: readonly StoredDelivery[]): Done<null> {
  const sent = deliveries.filter(({ state }) => state === 'SENT').length;
  const lost = deliveries.length - sent;
  if (deliveries.length === 0)
    return {
      detail: 'No message went out: nobody is named, or neither a sender address nor a channel is set up.',
      value: null,
    };
  return {
    detail: `${sent} of ${deliveries.length} messages sent.${lost > 0 ? ' The others are listed below.' : ''}`,
    value: null,
  };
}
