/**
 * An answer of the service that says no. `type` is the name that clients switch on, in the words of
 * Amazon Cognito, and `message` is what the `Authenticator` shows to the person.
 */
export class CognitoError extends Error {
  override readonly name: string = 'CognitoError';
  constructor(
    readonly type: string,
    message: string,
    /** HTTP status. */
    readonly statusCode = 400,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Wrong credentials, a token that is no longer good, or something this account may not do. */
export class NotAuthorizedError extends CognitoError {
  override readonly name = 'NotAuthorizedError';
  constructor(message = 'Incorrect username or password.', options?: ErrorOptions) {
    super('NotAuthorizedException', message, 400, options);
  }
}

/** A request that the API's own description does not allow. */
export class InvalidParameterError extends CognitoError {
  override readonly name = 'InvalidParameterError';
  constructor(message: string) {
    super('InvalidParameterException', message);
  }
}

export class InvalidPasswordError extends CognitoError {
  override readonly name = 'InvalidPasswordError';
  constructor(reason: string) {
    super('InvalidPasswordException', `Password did not conform with policy: ${reason}`);
  }
}

export class UsernameExistsError extends CognitoError {
  override readonly name = 'UsernameExistsError';
  constructor() {
    super('UsernameExistsException', 'User already exists');
  }
}

export class UserNotFoundError extends CognitoError {
  override readonly name = 'UserNotFoundError';
  constructor() {
    super('UserNotFoundException', 'User does not exist.');
  }
}

export class UserNotConfirmedError extends CognitoError {
  override readonly name = 'UserNotConfirmedError';
  constructor() {
    super('UserNotConfirmedException', 'User is not confirmed.');
  }
}

export class CodeMismatchError extends CognitoError {
  override readonly name = 'CodeMismatchError';
  constructor() {
    super('CodeMismatchException', 'Invalid verification code provided, please try again.');
  }
}

export class ExpiredCodeError extends CognitoError {
  override readonly name = 'ExpiredCodeError';
  constructor() {
    super('ExpiredCodeException', 'Invalid code provided, please request a code again.');
  }
}

export class LimitExceededError extends CognitoError {
  override readonly name = 'LimitExceededError';
  constructor(message = 'Attempt limit exceeded, please request a new code.') {
    super('LimitExceededException', message);
  }
}

/** The callback that hands a code to the person failed; the account is there, and a resend may work. */
export class CodeDeliveryError extends CognitoError {
  override readonly name = 'CodeDeliveryError';
  constructor(options: ErrorOptions) {
    super('CodeDeliveryFailureException', 'The code could not be delivered.', 400, options);
  }
}

/** An operation, flow or challenge that this endpoint does not serve, by its name. */
export class UnsupportedOperationError extends CognitoError {
  override readonly name = 'UnsupportedOperationError';
  constructor(operation: string) {
    super('UnknownOperationException', `The local Cognito does not serve ${operation}.`);
  }
}

export class SerializationError extends CognitoError {
  override readonly name = 'SerializationError';
  constructor(message: string, options?: ErrorOptions) {
    super('SerializationException', message, 400, options);
  }
}

export class RequestTooLargeError extends CognitoError {
  override readonly name = 'RequestTooLargeError';
  constructor(limit: number) {
    super('RequestEntityTooLargeException', `The request body is larger than ${limit} bytes.`, 413);
  }
}

/** The state file cannot be used as it is; no request causes this, only starting does. */
export class CognitoStateError extends Error {
  override readonly name = 'CognitoStateError';
  constructor(
    readonly path: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(
      `${path} ${reason}. Put the file back as it was, or clear all local state with \`npm run reset\`.`,
      options,
    );
  }
}
