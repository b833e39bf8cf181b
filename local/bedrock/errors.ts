/**
 * What the endpoint answers instead of a reply: an exception of Bedrock Runtime, by AWS's name, so that the
 * SDK's retries and the caller's handling work as they do against AWS.
 */
export class BedrockError extends Error {
  override readonly name = 'BedrockError';
  constructor(
    readonly errorType: BedrockExceptionName,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  get statusCode(): number {
    return EXCEPTIONS[this.errorType];
  }
}

/** Bedrock Runtime's exceptions and their HTTP status, from the API reference of Converse. */
const EXCEPTIONS = {
  AccessDeniedException: 403,
  InternalServerException: 500,
  ModelErrorException: 424,
  ResourceNotFoundException: 404,
  ServiceUnavailableException: 503,
  ThrottlingException: 429,
  UnknownOperationException: 404,
  ValidationException: 400,
} as const;

type BedrockExceptionName = keyof typeof EXCEPTIONS;

/** How an error goes over the wire: AWS's name, an HTTP status and a message. */
interface WireError {
  errorType: string;
  statusCode: number;
  message: string;
}

/**
 * Anything thrown while answering, as AWS would tell it. Errors that carry `errorType` and `statusCode`
 * (this endpoint's and the local IAM's) keep theirs; the rest is a fault of ours and is named as one.
 */
export function asWireError(error: unknown): WireError {
  if (!(error instanceof Error)) {
    return { errorType: 'InternalServerException', statusCode: 500, message: String(error) };
  }
  const { errorType, statusCode } = error as Partial<WireError>;
  if (typeof errorType === 'string' && typeof statusCode === 'number') {
    return { errorType, statusCode, message: error.message };
  }
  return {
    errorType: 'InternalServerException',
    statusCode: 500,
    message: `The local Bedrock endpoint failed: ${error.name}: ${error.message}`,
  };
}
