import type { Revision } from './revision';

/** No revisions were given. It is a mistake in the code. */
export class NothingToFoldError extends Error {
  override name = 'NothingToFoldError';
  constructor() {
    super('There is no revision to fold.');
  }
}

/**
 * Several saves in one, which stands in the place of the last: what the document was after it, and whose that was.
 * @param revisions in their order, from the first on
 * @param saves how many saves they were in all @throws NothingToFoldError
 */
export function foldedInto(revisions: readonly Revision[], saves: number): Revision {
  const last = revisions.at(-1);
  if (last === undefined) throw new NothingToFoldError();
  return {
    ...last,
    origins: Object.assign({}, ...revisions.map(({ origins }) => origins)),
    changes: Object.assign({}, ...revisions.map(({ changes }) => changes)),
    folded: saves,
  };
}
