import type { Review } from './review';

/** Stands where somebody was who has erased their data, as in comments. */
export const ERASED = { id: 'erased', name: '' } as const;

/** Somebody, as records know them. */
export interface Known {
  id: string;
  /** Their e-mail address; undefined where the user pool knows none any more. */
  address: string | undefined;
}

/** Whether somebody has submitted a review, was asked to decide, has decided or has called it off. */
export const takesPart = (
  {
    submittedBy,
    reviewers,
    decision,
    calledOff,
  }: Pick<Review, 'submittedBy' | 'reviewers'> & Partial<Pick<Review, 'decision' | 'calledOff'>>,
  person: string,
): boolean => [submittedBy, ...reviewers, decision?.by, calledOff?.by].some((one) => one?.id === person);

/**
 * A review without somebody: nobody in their place, their words emptied, and their address gone from what the
 * workflow has told. What was decided, and when, stays.
 */
export function withoutPerson<T extends object>(
  review: T & Pick<Review, 'submittedBy' | 'message'> & Partial<Pick<Review, 'decision'>>,
  who: Known,
): T {
  const said = {
    ...review,
    ...(review.submittedBy.id === who.id && { message: '' }),
    ...(review.decision?.by?.id === who.id && { decision: { ...review.decision, comment: '' } }),
  };
  return cleared(said, who) as T;
}

function cleared(value: unknown, who: Known): unknown {
  if (typeof value === 'string') return withoutAddress(value, who);
  if (Array.isArray(value)) return value.map((one) => cleared(one, who));
  if (typeof value !== 'object' || value === null) return value;
  if ('id' in value && value.id === who.id && 'name' in value) return ERASED;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cleared(one, who)]));
}

/** An address has no end within a word: `ann@example.com` is not in `joann@example.community`. */
function withoutAddress(text: string, { id, address }: Known): string {
  if (text === id) return ERASED.id;
  if (!address || !text.includes(address)) return text;
  const escaped = address.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(new RegExp(`(?<![\\w.+-])${escaped}(?![\\w-]|\\.\\w)`, 'g'), ERASED.id);
}
