/** GraphQL's Int ends here. */
const LARGEST_REVISION = 2 ** 31 - 1;

/** One more; after the last number, which only another client can have written, it begins again. */
export const nextRevision = (revision: number): number => (revision >= LARGEST_REVISION ? 1 : revision + 1);
