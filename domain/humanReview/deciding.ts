import type { Author } from '../postMortem';
import { type Decision, REVIEW_OUTCOMES, type Review, type ReviewOutcome } from './review';

/** Whether the workflow still waits for somebody's word. */
export const isOpen = ({ stage, decision }: Pick<Review, 'stage'> & { decision?: object | null }): boolean =>
  !decision && (stage === 'SUBMITTED' || stage === 'WAITING');

/**
 * Whether somebody may decide: a named reviewer, or where none is named any colleague who can read the document,
 * but neither its owner nor whoever submitted it.
 * @param owner of the document
 */
export function mayDecide(
  review: Pick<Review, 'reviewers' | 'submittedBy'>,
  person: string,
  owner: string,
): boolean {
  if (review.reviewers.length > 0) return review.reviewers.some(({ id }) => id === person);
  return person !== owner && person !== review.submittedBy.id;
}

/** Whether somebody may call a review off, or the messages that follow it: who submitted it, and the owner. */
export const mayCallOff = (review: Pick<Review, 'submittedBy'>, person: string, owner: string): boolean =>
  person === review.submittedBy.id || person === owner;

/** Whether a decision says again what was said before, by the same person: sent twice, it is one. */
export const saysTheSame = (
  known: Decision,
  asked: { outcome: ReviewOutcome; by: Author; comment: string },
): boolean =>
  known.outcome === asked.outcome && known.by?.id === asked.by.id && known.comment === asked.comment;

export const outcomeLabel = (outcome: ReviewOutcome): string =>
  REVIEW_OUTCOMES.find(({ id }) => id === outcome)?.label ?? outcome;
