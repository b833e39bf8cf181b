import { MOST_REVIEWERS, MOST_WORDS_SAID, type ReviewerVerdict, VERDICTS } from '../../domain/humanReview';
import { withoutControlCharacters } from '../../domain/text';
import { DEFAULT_THEME, parseTheme, type ThemeId } from '../../domain/themes';
import { InvalidReviewError } from './errors';

type Arguments = Readonly<Record<string, unknown>>;

/** The arguments of `submitForReview`, checked. */
export interface Submission {
  id: string | undefined;
  postMortemId: string;
  /** Addresses or ids, each once; none for any colleague. */
  reviewers: string[];
  message: string;
  theme: ThemeId;
  /** Of the text that the page shows; empty when it does not say. */
  fingerprint: string;
}

/** Its execution is named by it, and a repetition of one of its messages by it and 24 characters more. */
const ID = /^[A-Za-z0-9_-]{1,40}$/;

/** @throws InvalidReviewError naming the argument and the remedy */
export function readSubmission(input: Arguments): Submission {
  const { id, reviewers } = input;
  if (id !== undefined && id !== null && !(typeof id === 'string' && ID.test(id)))
    throw new InvalidReviewError('An id has 1 to 40 letters, digits, hyphens or underscores.');
  const named = Array.isArray(reviewers) ? reviewers : [];
  if (!named.every((one): one is string => typeof one === 'string' && one.length <= 320))
    throw new InvalidReviewError(
      'Name reviewers by their e-mail address, or by the ID in their account menu.',
    );
  const distinct = [...new Set(named.map((one) => one.trim()).filter(Boolean))];
  if (distinct.length > MOST_REVIEWERS)
    throw new InvalidReviewError(`At most ${MOST_REVIEWERS} people can be asked. Take somebody off.`);
  return {
    id: id ? (id as string) : undefined,
    postMortemId: text(input, 'postMortemId'),
    reviewers: distinct,
    message: said(input, 'message'),
    theme: parseTheme(optional(input, 'theme')) ?? DEFAULT_THEME.id,
    fingerprint: optional(input, 'fingerprint'),
  };
}

/** The arguments of `decideReview`, checked. @throws InvalidReviewError */
export function readDecision(input: Arguments): {
  reviewId: string;
  outcome: ReviewerVerdict;
  comment: string;
  fingerprint: string;
} {
  const outcome = VERDICTS.find((one) => one === input.outcome);
  if (!outcome) throw new InvalidReviewError(`A decision is one of ${VERDICTS.join(', ')}.`);
  const comment = said(input, 'comment');
  if (outcome !== 'APPROVED' && comment === '')
    throw new InvalidReviewError('Say why, so that the author knows what to do.');
  return { reviewId: text(input, 'reviewId'), outcome, comment, fingerprint: optional(input, 'fingerprint') };
}

/** @throws InvalidReviewError */
export function text(input: Arguments, name: string): string {
  const value = input[name];
  if (typeof value !== 'string' || value === '') throw new InvalidReviewError(`"${name}" must be a text.`);
  return value;
}

const optional = (input: Arguments, name: string): string =>
  typeof input[name] === 'string' ? (input[name] as string) : '';

function said(input: Arguments, name: string): string {
  const value = withoutControlCharacters(optional(input, name)).trim();
  if (value.length > MOST_WORDS_SAID)
    throw new InvalidReviewError(`Keep it under ${MOST_WORDS_SAID} characters.`);
  return value;
}
