/** Where the review of a document stands on its page, and the form in which it is decided. */
export const REVIEW = 'review';
export const DECISION = 'decision';
