import type { ReviewRemark } from '../../domain/humanReview';
import type { AuthoredContent } from '../../domain/postMortem/fields';
import { type RemarkKind, reviewOf } from '../../domain/review';
import { DEFAULT_THEME } from '../../domain/themes';

/** Kinds whose words stand in the document and nowhere else. */
const NOT_QUOTED: readonly RemarkKind[] = ['secret', 'personal-data'];

/** What the rules say of a document, for those who decide: with the words that it is about, but for private ones. */
export const remarksOn = (document: AuthoredContent): ReviewRemark[] =>
  reviewOf(document, DEFAULT_THEME.id).map(({ kind, where, message, quote }) => ({
    kind,
    where,
    message: quote === undefined || NOT_QUOTED.includes(kind) ? message : `“${quote}”: ${message}`,
  }));
