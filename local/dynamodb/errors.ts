const SERVICE = 'com.amazonaws.dynamodb.v20120810';
const FRAMEWORK = 'com.amazon.coral.service';

/** Says no before the service itself has looked at a request. */
export const refusalBody = (type: string, message: string) => ({ __type: `${FRAMEWORK}#${type}`, message });

/** An answer of the service that says no, with the body that the AWS SDK turns into an exception. */
export class DynamoDbError extends Error {
  override readonly name: string = 'DynamoDbError';
  /** HTTP status. */
  readonly statusCode: number = 400;
  readonly body: Readonly<Record<string, unknown>>;
  constructor(
    /** Such as `ValidationException`. */
    readonly type: string,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
    namespace = SERVICE,
  ) {
    super(message);
    this.body = { __type: `${namespace}#${type}`, message, ...details };
  }
}

export class ValidationError extends DynamoDbError {
  override readonly name = 'ValidationError';
  constructor(message: string) {
    super('ValidationException', message);
  }
}

/** Why one action of a transaction was refused; `None` where it was not. */
export interface CancellationReason {
  readonly Code: 'None' | 'ConditionalCheckFailed' | 'ValidationError';
  readonly Message?: string;
  readonly Item?: object;
}

/** Nothing of a transaction was written; the reasons stand in the order of its actions. */
export class TransactionCanceledError extends DynamoDbError {
  override readonly name = 'TransactionCanceledError';
  constructor(readonly reasons: readonly CancellationReason[]) {
    const codes = reasons.map(({ Code }) => Code).join(', ');
    super(
      'TransactionCanceledException',
      `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
      { CancellationReasons: reasons },
    );
  }
}

/** An operation that this endpoint does not serve, by its name. */
export class UnsupportedOperationError extends DynamoDbError {
  override readonly name = 'UnsupportedOperationError';
  constructor(operation: string) {
    const message = `The local DynamoDB does not serve the operation "${operation}".`;
    super('UnknownOperationException', message, {}, FRAMEWORK);
  }
}

/** A request that is no DynamoDB request: not JSON, not signed, or not meant for this host. */
export class MalformedRequestError extends DynamoDbError {
  override readonly name = 'MalformedRequestError';
  constructor(type: 'SerializationException' | 'MissingAuthenticationTokenException', message: string) {
    super(type, message, {}, FRAMEWORK);
  }
}

export class RequestTooLargeError extends DynamoDbError {
  override readonly name = 'RequestTooLargeError';
  override readonly statusCode = 413;
  constructor(limit: number) {
    super('RequestEntityTooLargeException', `The request body is larger than ${limit} bytes.`, {}, FRAMEWORK);
  }
}

/** Another process has the folder open; two writers would destroy it. */
export class DynamoDbInUseError extends Error {
  override readonly name = 'DynamoDbInUseError';
  constructor(
    readonly path: string,
    options: ErrorOptions,
  ) {
    super(
      `${path} is in use by another local DynamoDB. Stop the other one, or use another state folder.`,
      options,
    );
  }
}

/** The folder cannot be opened as a database. */
export class DynamoDbStateError extends Error {
  override readonly name = 'DynamoDbStateError';
  /** Whether LevelDB itself says that its files are damaged: not that they are missing rights or room. */
  get isDamage(): boolean {
    return /corrupt|no meta|missing file|CURRENT|manifest/i.test(reasonOf(this.cause));
  }
  constructor(
    readonly path: string,
    options: ErrorOptions,
  ) {
    super(
      `${path} cannot be opened as a database (${reasonOf(options.cause)}). Put the folder back as it was, or ` +
        'rename it to start without its data.',
      options,
    );
  }
}

/** The disk took no write, or only a part of one. What was saved before is still there. */
export class NotSavedError extends DynamoDbError {
  override readonly name = 'NotSavedError';
  override readonly statusCode = 500;
  constructor(
    readonly path: string,
    cause: unknown,
  ) {
    super(
      'InternalServerError',
      `Nothing was saved: ${path} could not be written (${reasonOf(cause)}). What was saved before is safe. ` +
        'Make room on the disk, or make the folder writable, and try again.',
    );
    this.cause = cause;
  }
}

/** LevelDB wraps what the system said into an error of its own. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: { message?: string } };
  return cause?.message ?? message ?? String(error);
}

/** A write reached the store outside of any request; carrying it out could tear an item from its indexes. */
export class UnbatchedWriteError extends Error {
  override readonly name = 'UnbatchedWriteError';
  constructor(readonly key: string) {
    super(`A write of "${key}" came outside of any request. This is a defect of local/dynamodb.`);
  }
}

/** A table on disk has another primary key than the backend now asks for. */
export class TableKeyChangedError extends Error {
  override readonly name = 'TableKeyChangedError';
  constructor(
    readonly tableName: string,
    readonly existing: string,
    readonly wanted: string,
  ) {
    super(
      `The table ${tableName} on disk has the key ${existing}, the backend now asks for ${wanted}. ` +
        'A key cannot be changed in place: clear all local data with `npm run reset`.',
    );
  }
}
