import { say, translated } from '../language/say';

/**
 * Something the server or the network refused. `message` says what happened and `advice` what the author
 * can do; the screen shows both.
 */
export abstract class DataError extends Error {
  abstract readonly advice: string;
}

/** The request never reached the server, or its answer never reached us. */
export class OfflineError extends DataError {
  override name = 'OfflineError';
  readonly advice = say('Your text is kept on this device and is sent when the connection is back.');
  constructor(options?: ErrorOptions) {
    super(say('The server cannot be reached.'), options);
  }
}

/** The tokens ran out, were revoked, or belong to nobody. */
export class SessionExpiredError extends DataError {
  override name = 'SessionExpiredError';
  readonly advice = say('Sign in again. Your text is kept on this device.');
  constructor(options?: ErrorOptions) {
    super(say('Your session has ended.'), options);
  }
}

/** No such record, or no right to see it: the two are not told apart, so that nobody learns which ids exist. */
export class NotFoundOrNotYoursError extends DataError {
  override name = 'NotFoundOrNotYoursError';
  readonly advice = say('Check the link, or ask its owner to share it with you.');
  constructor(
    readonly postMortemId: string,
    options?: ErrorOptions,
  ) {
    super(say('There is no such post-mortem among those you own or may edit.'), options);
  }
}

/** Somebody else saved since we read it. */
export class RevisionConflictError extends DataError {
  override name = 'RevisionConflictError';
  readonly advice: string = say('Compare both versions; neither is lost.');
  constructor(
    readonly postMortemId: string,
    readonly expectedRevision: number,
    options?: ErrorOptions,
  ) {
    super(say('Somebody else changed it meanwhile.'), options);
  }
}

/** Somebody else saved meanwhile, and what they changed stands here by now: there is nothing to compare. */
export class BroughtTogetherError extends RevisionConflictError {
  override name = 'BroughtTogetherError';
  override readonly advice = say('What was changed is on this page now. Read it and try again.');
  constructor(cause: RevisionConflictError) {
    super(cause.postMortemId, cause.expectedRevision, { cause });
  }
}

/** The server understood and said no. The message is the server's own. */
export class RefusedError extends DataError {
  override name = 'RefusedError';
  readonly advice = say('Change what it names and try again.');
  constructor(
    message: string,
    options?: ErrorOptions,
    /** The server's name for the reason, such as `NotInBin`; empty where it gave none, or the page itself refused. */
    readonly reason = '',
  ) {
    super(message, options);
  }
}

/** The server, or what it asks in turn, was asked too much at once. Nothing is wrong with what was asked. */
export class TooManyRequestsError extends DataError {
  override name = 'TooManyRequestsError';
  readonly advice = say('Wait a moment and try again.');
  constructor(options?: ErrorOptions) {
    super(say('Too many requests at once.'), options);
  }
}

/** The server failed, or answered with something that cannot be read. */
export class ServiceFailedError extends DataError {
  override name = 'ServiceFailedError';
  readonly advice = say('Wait a moment and try again. Your text is kept on this device.');
}

/** What to show of any error: what happened, and what to do. */
export function explain(error: unknown): { message: string; advice: string } {
  // What a server refused with is English; it is turned where that is a sentence of ours.
  if (error instanceof DataError) return { message: translated(error.message), advice: error.advice };
  return {
    message: error instanceof Error && error.message !== '' ? error.message : say('Something went wrong.'),
    advice: say('Try again. If it happens again, reload the page; your text is kept on this device.'),
  };
}
