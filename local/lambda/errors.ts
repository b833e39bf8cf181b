/**
 * An error of the Lambda API, answered over HTTP in AWS's shape: the name in `x-amzn-errortype`,
 * the text in the body. `errorType` is the name that the AWS SDK gives to the exception it throws.
 */
export class LambdaApiError extends Error {
  constructor(
    readonly errorType: string,
    readonly statusCode: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = errorType;
  }
}

/** A parameter breaks one of AWS's rules (400). */
export class InvalidParameterValueError extends LambdaApiError {
  constructor(message: string, options?: ErrorOptions) {
    super('InvalidParameterValueException', 400, message, options);
  }
}

/** No such function, version, alias or execution (404). */
export class ResourceNotFoundError extends LambdaApiError {
  constructor(message: string) {
    super('ResourceNotFoundException', 404, message);
  }
}

/** The name is taken by an execution with another payload (409): start it under a new name. */
export class ExecutionAlreadyStartedError extends LambdaApiError {
  constructor(readonly executionName: string) {
    super(
      'DurableExecutionAlreadyStartedException',
      409,
      `A durable execution named ${executionName} already exists with a different payload. Use a new name.`,
    );
  }
}

/** A request's body is over the limit of its operation (413). */
export class RequestTooLargeError extends LambdaApiError {
  constructor(limitBytes: number, operation: string) {
    super(
      'RequestTooLargeException',
      413,
      `Request must be smaller than ${limitBytes} bytes for the ${operation} operation`,
    );
  }
}

/** The body is not JSON (400). */
export class InvalidRequestContentError extends LambdaApiError {
  constructor(cause: unknown) {
    super(
      'InvalidRequestContentException',
      400,
      `Could not parse request body into json: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}

/** The callback has been completed or has timed out (400). */
export class CallbackClosedError extends LambdaApiError {
  constructor() {
    super('CallbackTimeoutException', 400, 'The callback has timed out or has already been completed.');
  }
}

/** The local endpoint does not do what a request asks for; it says so instead of pretending (501). */
export class NotServedLocallyError extends LambdaApiError {
  constructor(what: string) {
    super('NotServedLocallyException', 501, `The local Lambda endpoint does not serve ${what}.`);
  }
}

/** Which times ran faster cannot be read: something other than the endpoint has changed it. */
export class TimelineCorruptError extends Error {
  constructor(
    readonly file: string,
    cause: unknown,
  ) {
    super(
      `${file} is not readable: it says when timers ran faster (NEVERMORE_CLOCK). Executions that waited then ` +
        'wait longer now, and none is cut short. The file is kept beside it, with the ending ".damaged".',
      { cause },
    );
    this.name = 'TimelineCorruptError';
  }
}

/** The kept code of a published version is damaged. */
export class VersionCorruptError extends Error {
  constructor(
    readonly functionName: string,
    readonly version: number,
    readonly folder: string,
    cause: unknown,
  ) {
    super(
      `Version ${version} of ${functionName} in ${folder} is not readable. Executions that began on it cannot go ` +
        'on. Put the folder back from a copy, or remove it: they then stay as they are, and new ones run.',
      { cause },
    );
    this.name = 'VersionCorruptError';
  }
}

/** The code that an execution began with is not there any more. It must not go on with other code. */
export class VersionGoneError extends Error {
  constructor(
    readonly executionName: string,
    readonly functionName: string,
    readonly version: string,
  ) {
    super(
      `The execution ${executionName} began on version ${version} of ${functionName}, whose code is not kept here. ` +
        'It stays as it is, and does not go on with the code of another version. Stop it with ' +
        'StopDurableExecution, and start it under a new name.',
    );
    this.name = 'VersionGoneError';
  }
}

/** A function answered with an error, or could not run: what `FunctionError` means to an AWS client. */
export class FunctionError extends Error {
  constructor(
    readonly functionName: string,
    readonly errorType: string,
    message: string,
    readonly trace: string[] = [],
  ) {
    super(message);
    this.name = 'FunctionError';
  }
}
