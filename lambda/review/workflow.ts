import type { DurableContext } from '@aws/durable-execution-sdk-js';
import type { Decision, ReviewRequest } from '../../domain/humanReview';
import { halvesOf } from '../../domain/humanReview/waiting';
import { causeOf } from '../durable/causeOf';
import type { Collaborators } from './collaborators';
import { followUp } from './followUp';
import { ReviewLog } from './log';
import {
  brokenOff,
  type CarriedOut,
  closed,
  documentChecked,
  givenBack,
  outcomeTold,
  pointersFound,
  published,
  type Repetition,
  reviewersAsked,
  reviewersReminded,
  sentAgain,
  settled,
  submitted,
} from './steps';
import { waitForWord } from './waiting';

/** How a review ended. */
export interface ReviewEnding {
  outcome: Decision['outcome'];
  isPublished: boolean;
}

/**
 * One review: submitted, checked, decided by people, and its open actions asked about when they are due.
 *
 * Only orchestration: no clock, no network, no randomness, because after a crash, and after every wait, the SDK runs
 * it again from the top and hands back the results of the steps that had finished. What people have decided stands
 * in the record and nowhere else; a callback only wakes the workflow to look there.
 */
export const reviewWorkflow =
  (with_: Collaborators) =>
  async (asked: ReviewRequest | Repetition, context: DurableContext): Promise<ReviewEnding | string> => {
    if ('repeat' in asked) return repeatDelivery(with_, asked, context);
    const log = new ReviewLog(with_, asked, context);
    try {
      return await review(with_, asked, log, context);
    } catch (error) {
      // Nothing half done stays silent; the execution is told to have failed all the same.
      await log.take('close-review', () => brokenOff(with_, asked, causeOf(error, 'It is not known why.')));
      throw error;
    }
  };

async function review(
  with_: Collaborators,
  request: ReviewRequest,
  log: ReviewLog,
  context: DurableContext,
): Promise<ReviewEnding> {
  await log.take('record-submission', () => submitted(with_, request));
  const subject = await log.take('check-document', () => documentChecked(with_, request));
  await log.attempt('ask-reviewers', () => reviewersAsked(with_, request, subject), null);

  const { first, second } = halvesOf(request.waiting.review);
  if (!(await waitForWord(with_, request, log, context, 'wait-for-review', first))) {
    await log.attempt('remind-reviewers', () => reviewersReminded(with_, request, subject), null);
    await waitForWord(with_, request, log, context, 'wait-for-review-after-reminder', second);
  }

  const decision = await log.take('settle-review', () => settled(with_, request));
  const { isPublished, note } = await carryOut(with_, request, decision, log);
  await log.attempt('tell-outcome', () => outcomeTold(with_, request, subject, decision, note), null);
  if (isPublished) await followUp(with_, request, decision, log, context);
  await log.take('close-review', () => closed(with_));
  return { outcome: decision.outcome, isPublished };
}

/** What follows from a decision: publication or the way back, and what is worth a look next. */
async function carryOut(
  with_: Collaborators,
  request: ReviewRequest,
  decision: Decision,
  log: ReviewLog,
): Promise<CarriedOut> {
  if (decision.outcome === 'APPROVED') {
    const done = await log.take('publish-document', () => published(with_, request, decision));
    await log.attempt('find-related', () => pointersFound(with_.findRelated, request), null);
    return done;
  }
  const note = await log.take('back-to-draft', () => givenBack(with_, request, decision));
  if (decision.outcome === 'CHANGES_REQUESTED')
    await log.attempt('find-similar', () => pointersFound(with_.findSimilar, request), null);
  return { isPublished: false, note };
}

async function repeatDelivery(
  with_: Collaborators,
  { repeat }: Repetition,
  context: DurableContext,
): Promise<string> {
  return context.step('send-again', () => sentAgain(with_, repeat));
}
