/** A request that cannot be started. The message is shown to the author: what is wrong, and what to do. */
export class StartRefusedError extends Error {
  override name = 'StartRefusedError';
}

/** The caller is neither owner nor editor, or there is no such record; the two are not told apart. */
export class NotYoursError extends StartRefusedError {
  override name = 'NotYoursError';
  constructor() {
    super(
      'There is no such post-mortem among those you own or may edit. Open it from your list and try again.',
    );
  }
}

/** The request itself is wrong. `field` names the argument. */
export class InvalidRequestError extends StartRefusedError {
  override name = 'InvalidRequestError';
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

/** The id already names another run. */
export class IdTakenError extends StartRefusedError {
  override name = 'IdTakenError';
  constructor() {
    super('This id already names another enhancement. Use a new id for a new run.');
  }
}

/** The record is there, but the run could not be started; trying again is safe. */
export class RunNotStartedError extends StartRefusedError {
  override name = 'RunNotStartedError';
  constructor(options: ErrorOptions) {
    super('The run could not be started. Nothing is lost: wait a moment and try again.', options);
  }
}
