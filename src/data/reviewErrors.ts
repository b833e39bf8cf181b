import { say } from '../language/say';
import { DataError } from './errors';

/** The review is not as the page has shown it: decided, changed, over, or not this person's. In the server's words. */
export class StandsOtherwiseError extends DataError {
  override name = 'StandsOtherwiseError';
  readonly advice = say('This page shows it now as it stands.');
  constructor(
    message: string,
    readonly reviewId: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What somebody did did not reach the server, or its answer did not reach us. Doing it again is safe. */
export class NotSentError extends DataError {
  override name = 'NotSentError';
  readonly advice = say('Nothing is lost here. Send it again when the connection is back; it counts once.');
  constructor(options?: ErrorOptions) {
    super(say('It was not sent: the server cannot be reached.'), options);
  }
}

/** The review was recorded, and its workflow could not be started. */
export class ReviewBrokeOffError extends DataError {
  override name = 'ReviewBrokeOffError';
  readonly advice = say('Wait a moment and submit it again.');
  constructor(
    note: string,
    readonly reviewId: string,
  ) {
    super(note || say('The review broke off before it began.'));
  }
}
