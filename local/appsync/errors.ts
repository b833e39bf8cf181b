/** An error in the shape of AppSync's responses: a type, and whatever the resolver attached. */
export class AppSyncError extends Error {
  override readonly name: string = 'AppSyncError';
  constructor(
    message: string,
    /** Such as `Unauthorized` or `DynamoDB:ConditionalCheckFailedException`; null when a template gave none. */
    readonly errorType: string | null,
    readonly data: unknown = null,
    readonly errorInfo: unknown = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A template or handler is broken, or does something the local AppSync cannot do. */
export class ResolverError extends AppSyncError {
  override readonly name: string = 'ResolverError';
  constructor(
    message: string,
    errorType: 'MappingTemplate' | 'Code' | 'LocalUnsupported',
    options?: ErrorOptions,
  ) {
    super(message, errorType, null, null, options);
  }
}

/** AppSync has it, the local one does not: refused by name instead of answered wrongly. */
export class UnsupportedFeatureError extends ResolverError {
  override readonly name = 'UnsupportedFeatureError';
  constructor(readonly feature: string) {
    super(
      `${feature} is not supported by the local AppSync. Teach it to local/appsync/.`,
      'LocalUnsupported',
    );
  }
}

/** A filter that DynamoDB would refuse, in DynamoDB's words; it is not worked out to its end. */
export class ExpressionTooLargeError extends AppSyncError {
  override readonly name = 'ExpressionTooLargeError';
  constructor(readonly maxBytes: number) {
    super(
      `Invalid FilterExpression: Expression size has exceeded the maximum allowed size of ${maxBytes} bytes. ` +
        'Filter by fewer conditions, or ask several times.',
      'DynamoDB:ValidationException',
    );
  }
}

/** The request takes more than AppSync gives one. */
export class RequestQuotaError extends AppSyncError {
  override readonly name = 'RequestQuotaError';
}

/** The caller may not see or do this field; the text is AppSync's. */
export class UnauthorizedFieldError extends AppSyncError {
  override readonly name = 'UnauthorizedFieldError';
  constructor(fieldName: string, typeName: string) {
    super(`Not Authorized to access ${fieldName} on type ${typeName}`, 'Unauthorized');
  }
}

/** The request as a whole is refused, with an HTTP status. */
export class RequestError extends Error {
  override readonly name: string = 'RequestError';
  constructor(
    readonly statusCode: number,
    readonly errorType: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** No token, a forged one, one of another pool or client, or one that has expired. */
export class UnauthorizedRequestError extends RequestError {
  override readonly name = 'UnauthorizedRequestError';
  constructor(message: string, options?: ErrorOptions) {
    super(401, 'UnauthorizedException', message, options);
  }
}

/** The body is not a GraphQL request. */
export class MalformedRequestError extends RequestError {
  override readonly name = 'MalformedRequestError';
  constructor(message: string, options?: ErrorOptions) {
    super(400, 'MalformedHttpRequestException', message, options);
  }
}
