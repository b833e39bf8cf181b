import { DataError, OfflineError, SessionExpiredError } from '../../data/errors';
import { say } from '../../language/say';
import { changeWords } from './changedBy';
import type { SaveState } from './writingState';

/** What needs the document saved was not begun: why it could not be saved, and what its author can do. */
class NotSavedError extends DataError {
  override name = 'NotSavedError';
  constructor(
    message: string,
    readonly advice: string,
  ) {
    super(message);
  }
}

/** What the server would refuse is not sent. */
export const notSendable = (message: string): SaveState => ({
  kind: 'failed',
  message,
  advice: say('Your text is kept on this device.'),
});

/** Why a document is not saved, for somebody who wanted what goes on only with a saved one. */
export function whyNotSaved(save: SaveState): DataError {
  switch (save.kind) {
    case 'offline':
      return new OfflineError();
    case 'signedOut':
      return new SessionExpiredError();
    case 'failed':
      return new NotSavedError(
        say('It has to be saved first, and it could not be saved: {message}', { message: save.message }),
        save.advice,
      );
    case 'conflict':
      return new NotSavedError(
        say('It has to be saved first, and both versions wait for your choice. {changed}.', {
          changed: changeWords(save.conflict.by).changed,
        }),
        say('Choose on the page what is kept, and try again.'),
      );
    case 'gone':
      return new NotSavedError(
        say('It was deleted, or is no longer shared with you.'),
        say('Your text is still here, and on this device.'),
      );
    default:
      return new NotSavedError(
        say('It has to be saved first, and is not saved yet.'),
        say('Wait a moment and try again. Your text is kept on this device.'),
      );
  }
}
