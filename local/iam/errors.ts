/** A request that AWS would refuse before looking at it. The service answers with `statusCode` and `errorType`. */
export class AuthorizationError extends Error {
  override readonly name: string = 'AuthorizationError';
  constructor(
    /** AWS's name of the error, such as `AccessDeniedException`. */
    readonly errorType: string,
    readonly statusCode: number,
    message: string,
  ) {
    super(message);
  }
}

/** No usable signature in the request. */
export class MissingSignatureError extends AuthorizationError {
  override readonly name = 'MissingSignatureError';
  constructor(what: string) {
    super('MissingAuthenticationTokenException', 403, `Missing Authentication Token: ${what}`);
  }
}

/** The access key is unknown, or its session token is not the one that goes with it. */
export class UnknownCredentialsError extends AuthorizationError {
  override readonly name = 'UnknownCredentialsError';
  constructor(readonly accessKeyId: string) {
    super('UnrecognizedClientException', 403, 'The security token included in the request is invalid.');
  }
}

/** The signature does not fit the request, its time or its scope. */
export class InvalidSignatureError extends AuthorizationError {
  override readonly name = 'InvalidSignatureError';
  constructor(message: string) {
    super('InvalidSignatureException', 403, message);
  }
}

/** The caller is known and may not do this. */
export class AccessDeniedError extends AuthorizationError {
  override readonly name = 'AccessDeniedError';
  constructor(
    readonly callerArn: string,
    readonly action: string,
    readonly resourceArn: string,
    readonly explicit: boolean,
  ) {
    super(
      'AccessDeniedException',
      403,
      `User: ${callerArn} is not authorized to perform: ${action} on resource: ${resourceArn} ${
        explicit
          ? 'with an explicit deny in an identity-based policy'
          : `because no identity-based policy allows the ${action} action`
      }`,
    );
  }
}

/** A policy uses a part of IAM's language that the local evaluator does not know: better loud than wrong. */
export class UnsupportedPolicyError extends Error {
  override readonly name = 'UnsupportedPolicyError';
  constructor(
    readonly element: string,
    readonly statement: unknown,
  ) {
    super(
      `The local IAM does not evaluate ${element}. Rewrite the statement without it or teach it to ` +
        `local/iam/policy.ts: ${JSON.stringify(statement)}`,
    );
  }
}
