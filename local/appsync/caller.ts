import type { AuthenticationType } from '../assembly';

/** Who asks, after authentication. */
export interface Caller {
  readonly mode: AuthenticationType;
  /** What resolvers see as `$ctx.identity`; null for an API key. */
  readonly identity: Identity | null;
  /** Groups of a Cognito user. */
  readonly groups: readonly string[];
  /** Headers of the request, names in lower case. */
  readonly headers: { readonly [name: string]: string | undefined };
  /** Whether the caller's own policies let it use a field; for modes without policies always true. */
  allowsField(typeName: string, fieldName: string): boolean;
}

export type Identity = CognitoIdentity | IamIdentity;

/** `$ctx.identity` of a Cognito user. */
export interface CognitoIdentity {
  readonly sub: string;
  readonly issuer: string;
  readonly username: string;
  readonly sourceIp: readonly string[];
  readonly claims: { readonly [claim: string]: unknown };
  readonly groups: readonly string[] | null;
  readonly defaultAuthStrategy: 'ALLOW';
}

/** `$ctx.identity` of a role. */
export interface IamIdentity {
  readonly accountId: string;
  readonly userArn: string;
  readonly username: string;
  readonly sourceIp: readonly string[];
  readonly cognitoIdentityPoolId: null;
  readonly cognitoIdentityId: null;
  readonly cognitoIdentityAuthType: null;
  readonly cognitoIdentityAuthProvider: null;
}
