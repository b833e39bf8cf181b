import { ServiceError } from '../services';

/** What of a request is wrong, as the service tells it. */
export interface InvalidField {
  /** Such as `/vectors/3/key`. */
  readonly path: string;
  readonly message: string;
}

/** The request breaks one of the API's rules. */
export class ValidationError extends ServiceError {
  override readonly name = 'ValidationError';
  readonly fieldList: readonly InvalidField[];
  /** @param field what it is about; without one it is about the request as a whole */
  constructor(message: string, field?: string, options?: ErrorOptions) {
    super('ValidationException', 400, message, options);
    this.fieldList = field === undefined ? [] : [{ path: field, message }];
  }
}

/** There is no such bucket or index. */
export class NotFoundError extends ServiceError {
  override readonly name = 'NotFoundError';
  constructor(what: 'vector bucket' | 'index') {
    super('NotFoundException', 404, `The specified ${what} could not be found`);
  }
}

/** What is there already cannot be made, and what is not empty cannot be deleted. */
export class ConflictError extends ServiceError {
  override readonly name = 'ConflictError';
  constructor(message: string) {
    super('ConflictException', 409, message);
  }
}

/** More than an account may have. */
export class QuotaExceededError extends ServiceError {
  override readonly name = 'QuotaExceededError';
  constructor(what: string, most: number) {
    super('ServiceQuotaExceededException', 402, `There are ${most} ${what} already, which is the most.`);
  }
}

/** Part of the API that is not served. */
export class UnknownOperationError extends ServiceError {
  override readonly name = 'UnknownOperationError';
  constructor(what: string) {
    super('UnknownOperationException', 501, `The local S3 Vectors does not serve ${what}.`);
  }
}

/** The disk did not take it; nothing of the request has happened. */
export class NotSavedError extends ServiceError {
  override readonly name = 'NotSavedError';
  constructor(cause: Error) {
    super('ServiceUnavailableException', 503, `Nothing of the request was saved. ${cause.message}`, {
      cause,
    });
  }
}
