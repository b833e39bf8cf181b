import { createHash, timingSafeEqual } from 'node:crypto';
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import type { Assembly } from '../assembly';
import { AuthorizationError, type Authorizer, isSignatureHeader, type SignedRequest } from '../iam';
import type { Caller, CognitoIdentity, IamIdentity } from './caller';
import { RequestError, UnauthorizedRequestError } from './errors';

/** Where the tokens of the user pool come from. */
export interface UserPoolTrust {
  /** `iss` of good tokens. */
  readonly issuer: string;
  readonly jwks: JSONWebKeySet;
  readonly clientId: string;
}

export interface AuthenticatorOptions {
  readonly assembly: Assembly;
  readonly userPool: UserPoolTrust;
  readonly authorizer: Authorizer;
}

/** Finds out who sent a request, by API key, signature or token. Throws RequestError when nobody may. */
export type Authenticate = (request: SignedRequest, sourceIp: string) => Promise<Caller>;

const everyField = () => true;

/** @throws RequestError from the returned function: UnauthorizedException, or IAM's own error types */
export function createAuthenticator({ assembly, userPool, authorizer }: AuthenticatorOptions): Authenticate {
  const { api } = assembly;
  const keys = createLocalJWKSet(userPool.jwks);

  const byApiKey = (request: SignedRequest, key: string): Caller => {
    if (!api.apiKeys.some((known) => sameText(known, key))) {
      throw new UnauthorizedRequestError('You are not authorized to make this call.');
    }
    return { mode: 'API_KEY', identity: null, groups: [], headers: request.headers, allowsField: everyField };
  };

  const bySignature = (request: SignedRequest, sourceIp: string): Caller => {
    try {
      const principal = authorizer.authenticate(request, 'appsync');
      const identity: IamIdentity = {
        accountId: assembly.account,
        userArn: principal.callerArn,
        username: `${principal.accessKeyId}:${principal.functionName}`,
        sourceIp: [sourceIp],
        cognitoIdentityPoolId: null,
        cognitoIdentityId: null,
        cognitoIdentityAuthType: null,
        cognitoIdentityAuthProvider: null,
      };
      return {
        mode: 'AWS_IAM',
        identity,
        groups: [],
        headers: request.headers,
        allowsField: (typeName, fieldName) =>
          // Policies are checked where the operation enters; the types below carry @aws_iam themselves.
          !isRootType(typeName) ||
          authorizer.decide(
            principal,
            'appsync:GraphQL',
            `${api.arn}/types/${typeName}/fields/${fieldName}`,
          ) === 'allowed',
      };
    } catch (cause) {
      if (!(cause instanceof AuthorizationError)) throw cause;
      throw new RequestError(cause.statusCode, cause.errorType, cause.message, { cause });
    }
  };

  const byToken = async (request: SignedRequest, token: string, sourceIp: string): Promise<Caller> => {
    const claims = await verifyToken(token, keys, userPool);
    const groups = (claims['cognito:groups'] as string[] | undefined) ?? null;
    const identity: CognitoIdentity = {
      sub: String(claims.sub),
      issuer: userPool.issuer,
      username: String(claims.username ?? claims['cognito:username']),
      sourceIp: [sourceIp],
      claims,
      groups,
      defaultAuthStrategy: 'ALLOW',
    };
    return {
      mode: 'AMAZON_COGNITO_USER_POOLS',
      identity,
      groups: groups ?? [],
      headers: request.headers,
      allowsField: everyField,
    };
  };

  return async (request, sourceIp) => {
    const { authorization, 'x-api-key': apiKey } = request.headers;
    let caller: Caller;
    if (isSignatureHeader(authorization)) caller = bySignature(request, sourceIp);
    else if (authorization) caller = await byToken(request, authorization.replace(/^Bearer /i, ''), sourceIp);
    else if (apiKey !== undefined) caller = byApiKey(request, apiKey);
    else throw new UnauthorizedRequestError('Missing authorization header');
    if (!api.authentications.includes(caller.mode)) {
      throw new UnauthorizedRequestError('You are not authorized to make this call.');
    }
    return caller;
  };
}

const isRootType = (name: string): boolean => ['Query', 'Mutation', 'Subscription'].includes(name);

/** Signature, algorithm, issuer, expiry, use and client: a Cognito token is good only with all of them. */
async function verifyToken(
  token: string,
  keys: ReturnType<typeof createLocalJWKSet>,
  { issuer, clientId }: UserPoolTrust,
): Promise<JWTPayload> {
  let claims: JWTPayload;
  try {
    const required = ['sub', 'exp', 'token_use'];
    const options = { issuer, algorithms: ['RS256'], requiredClaims: required };
    claims = (await jwtVerify(token, keys, options)).payload;
  } catch (cause) {
    const expired = cause instanceof errors.JWTExpired;
    const message = expired ? 'Token has expired.' : 'Valid authorization header not provided.';
    throw new UnauthorizedRequestError(message, { cause });
  }
  const client = claims.token_use === 'access' ? claims.client_id : claims.aud;
  if ((claims.token_use !== 'access' && claims.token_use !== 'id') || client !== clientId) {
    throw new UnauthorizedRequestError('Valid authorization header not provided.');
  }
  return claims;
}

function sameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
