import { ServiceError } from '../services';

export class NoSuchBucketError extends ServiceError {
  override readonly name = 'NoSuchBucketError';
  constructor(bucket: string) {
    super('NoSuchBucket', 404, `The backend has no bucket ${bucket}.`);
  }
}

export class NoSuchKeyError extends ServiceError {
  override readonly name = 'NoSuchKeyError';
  constructor(readonly key: string) {
    super('NoSuchKey', 404, `The specified key does not exist: ${key}`);
  }
}

/** The request breaks one of the API's rules. */
export class InvalidArgumentError extends ServiceError {
  override readonly name = 'InvalidArgumentError';
  constructor(message: string, errorType = 'InvalidArgument', statusCode = 400) {
    super(errorType, statusCode, message);
  }
}

/** What arrived is not what was sent. */
export class BadDigestError extends ServiceError {
  override readonly name = 'BadDigestError';
  constructor(what: string) {
    super('BadDigest', 400, `The ${what} you specified did not match what we received.`);
  }
}

/** Part of the API that is not served. */
export class NotImplementedError extends ServiceError {
  override readonly name = 'NotImplementedError';
  constructor(what: string) {
    super('NotImplemented', 501, `The local S3 does not serve ${what}.`);
  }
}
