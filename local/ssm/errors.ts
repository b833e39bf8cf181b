import { ServiceError } from '../services';

/** The request breaks one of the API's rules. */
export class ValidationError extends ServiceError {
  override readonly name = 'ValidationError';
  constructor(message: string) {
    super('ValidationException', 400, message);
  }
}

/** There is no such parameter, in the backend or in the file of secrets. */
export class ParameterNotFoundError extends ServiceError {
  override readonly name = 'ParameterNotFoundError';
  constructor(parameter: string, secretsFile: string) {
    super(
      'ParameterNotFound',
      400,
      `There is no parameter ${parameter}. The backend defines none of that name; one of your own goes into ` +
        `${secretsFile}, by this name.`,
    );
  }
}

/** A secret of the backend has no value here. Amplify would leave a placeholder in its place without a word. */
export class SecretNotSetError extends ServiceError {
  override readonly name = 'SecretNotSetError';
  constructor(secret: string, secretsFile: string) {
    super(
      'ParameterNotFound',
      400,
      `The secret ${secret} is not set for the local cloud. Write it into ${secretsFile}, as ` +
        `{"${secret}": "…"}, and try again.`,
    );
  }
}

/** The backend gives the parameter a value that there is no local one for. */
export class UnresolvedParameterError extends ServiceError {
  override readonly name = 'UnresolvedParameterError';
  constructor(parameter: string, reason: string) {
    super('ParameterNotFound', 400, `The parameter ${parameter} has no value here: ${reason}`);
  }
}

/** Somebody edited the file of secrets, and it is no object of texts. */
export class SecretsFileError extends ServiceError {
  override readonly name = 'SecretsFileError';
  constructor(file: string, cause: unknown) {
    super('InternalServerError', 400, `${file} must be a JSON object of names and texts, and is not.`, {
      cause,
    });
  }
}

/** Part of the API that is not served. */
export class UnknownOperationError extends ServiceError {
  override readonly name = 'UnknownOperationError';
  constructor(operation: string) {
    super('UnknownOperationException', 400, `The local Systems Manager does not serve ${operation}.`);
  }
}
