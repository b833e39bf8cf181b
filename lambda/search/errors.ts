/** A search that cannot be answered as it was asked. The message says what is wrong and what to do. */
export class SearchRefusedError extends Error {
  override name = 'SearchRefusedError';
}

/** An argument is not what it must be. */
export class InvalidSearchError extends SearchRefusedError {
  override name = 'InvalidSearchError';
}

/** Without a signed-in person there is nothing that may be found. */
export class NobodySearchesError extends SearchRefusedError {
  override name = 'NobodySearchesError';
  constructor() {
    super('Sign in to search: what is found depends on who asks.');
  }
}
