import {
  type AuthInfo,
  OAuthError,
  OAuthErrorCode,
  type OAuthTokenVerifier,
} from '@modelcontextprotocol/server';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { scopesOf } from './scopes';

/** Whose tokens are taken. */
export interface TokenSettings {
  /** `https://cognito-idp.<region>.amazonaws.com/<user pool>` */
  issuer: string;
  /** Where its keys are. */
  jwksUrl: string;
  /** The client of the app itself. */
  appClient: string;
  /** Clients that were registered for assistants. */
  otherClients: readonly string[];
}

/**
 * Takes access tokens of one user pool and of its named clients. An id token says who somebody is, and not that
 * they let anybody act for them: it is refused.
 */
export function tokenVerifier({
  issuer,
  jwksUrl,
  appClient,
  otherClients,
}: TokenSettings): OAuthTokenVerifier {
  const keys = createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: 5_000 });
  const verified = async (token: string): Promise<JWTPayload> => {
    try {
      const { payload } = await jwtVerify(token, keys, { issuer, algorithms: ['RS256'] });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw invalid('The token has expired. Sign in again.', error);
      // Not the token's fault: the keys could not be had.
      if (!(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout) throw unknown(error);
      throw invalid('The token is not one of this server’s user pool.', error);
    }
  };
  return {
    async verifyAccessToken(token): Promise<AuthInfo> {
      const { sub, exp, aud, token_use: use, client_id: client, scope } = await verified(token);
      if (use !== 'access') throw invalid('This is no access token. Send the access token of the sign-in.');
      if (typeof client !== 'string' || ![appClient, ...otherClients].includes(client))
        throw invalid('The token was made for another app.');
      if (typeof sub !== 'string' || typeof exp !== 'number') throw invalid('The token names nobody.');
      return {
        token,
        clientId: client,
        scopes: scopesOf(scope, client === appClient),
        expiresAt: exp,
        // Cognito writes for whom a token is only where its client has asked for it.
        ...(typeof aud === 'string' && URL.canParse(aud) && { resource: new URL(aud) }),
        extra: { sub },
      };
    },
  };
}

const invalid = (message: string, cause?: unknown) =>
  Object.assign(new OAuthError(OAuthErrorCode.InvalidToken, message), { cause });
const unknown = (cause: unknown) =>
  Object.assign(new OAuthError(OAuthErrorCode.ServerError, 'The keys of the user pool could not be read.'), {
    cause,
  });
