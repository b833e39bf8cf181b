import type { JournalNotWrittenError } from '../journal';
import { ServiceError } from '../services';

/** The disk took no message; whoever sent it is told, and may try again. */
export class NotKeptError extends ServiceError {
  override readonly name = 'NotKeptError';
  constructor(cause: JournalNotWrittenError) {
    super('InternalServiceErrorException', 500, `Nothing was sent. ${cause.message}`, { cause });
  }
}
