/** GraphQL's Int ends here. */
const LARGEST_REVISION = 2 ** 31 - 1;

/** One more; after the last number, which only another client can have written, it begins again. */
export const nextRevision = (revision: number): number => (revision >= LARGEST_REVISION ? 1 : revision + 1);

/**
 * Whether one revision of a post-mortem was written after another. An answer may be older than what is known here: a
 * database that answers at once may not have heard of the last save. A step back by half of all numbers or more is
 * the one with which they begin again.
 */
export const isLater = (revision: number, than: number): boolean =>
  revision > than || than - revision > LARGEST_REVISION / 2;
