/** Something that cannot be shared so. The message is shown to the owner: what is wrong, and what to do. */
export class ShareRefusedError extends Error {
  override name = 'ShareRefusedError';
}

/** The caller is not the owner, or there is no such record; the two are not told apart. */
export class NotYoursToShareError extends ShareRefusedError {
  override name = 'NotYoursToShareError';
  constructor() {
    super('There is no such post-mortem among those you own. Only its owner says who sees it.');
  }
}

/** Nobody has a confirmed account with this address or id. */
export class NoSuchPersonError extends ShareRefusedError {
  override name = 'NoSuchPersonError';
  constructor(readonly person: string) {
    super(
      `Nobody has an account here as ${person}. Check the address, or ask them to sign up first; then share it again.`,
    );
  }
}

/** The request itself is wrong. */
export class InvalidShareError extends ShareRefusedError {
  override name = 'InvalidShareError';
}

/** Others saved so often meanwhile that the lists could not be written. Nothing has changed. */
export class TooBusyToShareError extends ShareRefusedError {
  override name = 'TooBusyToShareError';
  constructor(options: ErrorOptions) {
    super(
      'Somebody is saving this post-mortem just now. Nothing has changed; try again in a moment.',
      options,
    );
  }
}

/** So many have been looked up that it is no longer sharing. */
export class TooManyLookupsError extends ShareRefusedError {
  override name = 'TooManyLookupsError';
  constructor(readonly again: Date) {
    super(
      'You have looked up as many people as anybody may within an hour. ' +
        `Nothing has changed; try again at ${again.toISOString().slice(11, 16)} UTC.`,
    );
  }
}
