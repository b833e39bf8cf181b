import type { Status } from '../../../domain/postMortem';
import type { KnownReview } from './news';
import { isLost } from './words';

/**
 * Whether a review is over, and nothing of it is left to do: its document may be read without it. What was asked for
 * stands until the document moves on, and so does what went wrong.
 */
export function isSettled({ endedAt, decision, note, deliveries }: KnownReview, status: Status): boolean {
  const { outcome } = decision ?? {};
  const isAsked = (outcome === 'CHANGES_REQUESTED' || outcome === 'DECLINED') && status === 'DRAFT';
  const isLate = note !== '' || deliveries.some(({ state }) => isLost(state));
  return endedAt !== null && decision !== null && !isAsked && !isLate;
}
