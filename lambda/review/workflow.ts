import type { DurableContext } from '@aws/durable-execution-sdk-js';
import type { Decision, ReviewRequest } from '../../domain/humanReview';
import { outcomeLabel } from '../../domain/humanReview';
import { invitation, outcomeMessage, reminder } from '../../domain/humanReview/messages';
import { halvesOf } from '../../domain/humanReview/waiting';
import type { Collaborators } from './collaborators';
import { followUp } from './followUp';
import { ReviewLog } from './log';
import { deliveredIn, waitForWord } from './waiting';

/** A delivery that failed, sent again because somebody has asked for it. */
export interface Repetition {
  repeat: { reviewId: string; key: string };
}

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
      await log.take('close-review', async () => ({
        detail: messageOf(error),
        told: { stage: 'ENDED', note: `The workflow broke off: ${messageOf(error)}`, endedAt: iso(with_) },
        value: null,
      }));
      throw error;
    }
  };

async function review(
  with_: Collaborators,
  request: ReviewRequest,
  log: ReviewLog,
  context: DurableContext,
): Promise<ReviewEnding> {
  await log.take('record-submission', async () => {
    await with_.submit(request);
    return { detail: submittedTo(request), value: null };
  });
  const subject = await log.take('check-document', async () => {
    const document = await with_.document(request.postMortemId);
    const remarks = document ? with_.check(document) : [];
    const detail =
      remarks.length === 0 ? 'The rules have no remark.' : `${remarks.length} remarks by the rules.`;
    const link = with_.post.linkTo(request.postMortemId);
    return {
      detail,
      told: { remarks },
      value: { title: document?.title ?? '', link, remarks: remarks.length },
    };
  });
  await log.attempt(
    'ask-reviewers',
    async () => {
      const stored = await with_.records.get(request.reviewId);
      const { message = '', dueAt = '' } = stored ?? {};
      const words = invitation(subject, request, { message, dueAt, remarks: subject.remarks });
      return deliveredIn(await with_.post.reviewers(request, 'ask', words));
    },
    null,
  );

  const { first, second } = halvesOf(request.waiting.review);
  if (!(await waitForWord(with_, request, log, context, 'wait-for-review', first))) {
    await log.attempt(
      'remind-reviewers',
      async () => {
        const stored = await with_.records.get(request.reviewId);
        if (stored?.decision) return { detail: 'Decided meanwhile.', value: null };
        const words = reminder(subject, { dueAt: stored?.dueAt ?? '' });
        return deliveredIn(await with_.post.reviewers(request, 'remind', words));
      },
      null,
    );
    await waitForWord(with_, request, log, context, 'wait-for-review-after-reminder', second);
  }

  const decision = await log.take('settle-review', async () => {
    const nobody: Decision = { outcome: 'TIMED_OUT', by: null, at: iso(with_), comment: '', fingerprint: '' };
    const standing = await with_.records.decide(request.reviewId, nobody);
    const detail = standing.by
      ? `${outcomeLabel(standing.outcome)}, by ${standing.by.name}`
      : outcomeLabel(standing.outcome);
    return { detail, told: { stage: 'DECIDED' as const }, value: standing };
  });
  const { isPublished, note } = await carryOut(with_, request, decision, log);
  await log.attempt(
    'tell-outcome',
    async () => {
      const words = outcomeMessage(subject, decision, note);
      const isCalledOff = decision.outcome === 'CANCELLED';
      return deliveredIn(
        isCalledOff
          ? await with_.post.reviewers(request, 'called-off', words)
          : await with_.post.author(request, 'outcome', words),
      );
    },
    null,
  );
  if (isPublished) await followUp(with_, request, decision, log, context);
  await log.take('close-review', async () => ({
    detail: '',
    told: { stage: 'ENDED', endedAt: iso(with_) },
    value: null,
  }));
  return { outcome: decision.outcome, isPublished };
}

/** What follows from a decision: publication or the way back, and what is worth a look next. */
async function carryOut(
  with_: Collaborators,
  request: ReviewRequest,
  decision: Decision,
  log: ReviewLog,
): Promise<{ isPublished: boolean; note: string }> {
  if (decision.outcome === 'APPROVED') {
    const published = await log.take('publish-document', async () => {
      const done = await with_.publish(request, decision);
      return { detail: done.note || 'Published.', told: { note: done.note }, value: done };
    });
    await log.attempt(
      'find-related',
      async () => {
        const pointers = await with_.findRelated(request);
        return { detail: `${pointers.length} found.`, told: { pointers }, value: null };
      },
      null,
    );
    return published;
  }
  const note = await log.take('back-to-draft', async () => {
    const said = await with_.giveBack(request, decision);
    return { detail: said || 'Back to draft.', told: { note: said }, value: said };
  });
  if (decision.outcome === 'CHANGES_REQUESTED')
    await log.attempt(
      'find-similar',
      async () => {
        const pointers = await with_.findSimilar(request);
        return { detail: `${pointers.length} found.`, told: { pointers }, value: null };
      },
      null,
    );
  return { isPublished: false, note };
}

async function repeatDelivery(
  with_: Collaborators,
  { repeat: { reviewId, key } }: Repetition,
  context: DurableContext,
): Promise<string> {
  return context.step('send-again', async () => {
    const stored = await with_.records.get(reviewId);
    return stored ? (await with_.post.again(stored, key)).state : 'GONE';
  });
}

const submittedTo = ({ reviewers }: ReviewRequest): string =>
  reviewers.length === 0
    ? 'Any colleague may decide.'
    : `To be decided by ${reviewers.map(({ name }) => name).join(', ')}.`;

const iso = ({ now }: Pick<Collaborators, 'now'>): string => now().toISOString();

const messageOf = (error: unknown): string => {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return inner instanceof Error && inner.message !== '' ? inner.message : 'It is not known why.';
};
