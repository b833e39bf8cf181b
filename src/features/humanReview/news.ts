import { isOpen } from '../../../domain/humanReview';
import type { ShownReview } from '../../data/reviews';

/** A review as this page knows it. */
export interface KnownReview extends ShownReview {
  /** It was told once and is not any more: whoever reads only what waits for a decision is not told how it goes on. */
  isOutOfSight?: boolean;
}

/** Whether the workflow of a review has something left to do that this page will be told of. */
export const goesOn = ({ endedAt, isOutOfSight }: KnownReview): boolean => endedAt === null && !isOutOfSight;

/** The review that a document waits for; there is one at a time. */
export const openAmong = (reviews: readonly KnownReview[]): KnownReview | undefined =>
  reviews.find((review) => isOpen(review) && !review.isOutOfSight);

/** Of two tellings of a review the one that has seen more: an index may be a moment behind the record. */
export function later(known: KnownReview, told: ShownReview): KnownReview {
  if (told.progress !== known.progress) return told.progress > known.progress ? told : known;
  const hasLost =
    (known.decision !== null && told.decision === null) ||
    (known.calledOff !== null && told.calledOff === null) ||
    (known.endedAt !== null && told.endedAt === null);
  return hasLost ? known : told;
}

/** Reviews in the order in which they are shown. */
export const latestFirst = (reviews: readonly KnownReview[]): KnownReview[] =>
  [...reviews].sort((one, other) => other.submittedAt.localeCompare(one.submittedAt));

/** What is known after a look. A review that is not told any more stays as it was last seen. */
export function merged(known: readonly KnownReview[], told: readonly ShownReview[]): KnownReview[] {
  const before = new Map(known.map((review) => [review.id, review]));
  const after = told.map((review) => {
    const seen = before.get(review.id);
    return seen ? later(seen, review) : review;
  });
  const left = known
    .filter(({ id }) => !told.some((one) => one.id === id))
    // What was submitted a moment ago the index may not know yet.
    .map((review) => (review.stage === 'SUBMITTED' ? review : { ...review, isOutOfSight: true }));
  return latestFirst([...after, ...left]);
}

/** What of a review changes while it is followed. */
const marksOf = ({ deliveries, ...review }: KnownReview): string =>
  JSON.stringify([
    ...[review.id, review.stage, review.progress, review.decision?.at, review.calledOff?.at],
    ...[review.endedAt, review.isOutOfSight, deliveries.map(({ key, state, at }) => [key, state, at])],
  ]);

/** Whether anything has happened between two looks. */
export const newsIn = (before: readonly KnownReview[], now: readonly KnownReview[]): boolean =>
  before.map(marksOf).join() !== now.map(marksOf).join();

type Decided = KnownReview & { decision: NonNullable<ShownReview['decision']> };

/** Reviews that have come to a decision between two looks. */
export const decidedSince = (before: readonly KnownReview[], now: readonly KnownReview[]): Decided[] =>
  now.filter(
    (review): review is Decided =>
      review.decision !== null && before.find(({ id }) => id === review.id)?.decision === null,
  );
