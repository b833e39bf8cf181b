import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export const ISSUER = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_nevermore';
export const CLIENT_ID = 'nevermorelocalclient';

/** Signs tokens as a user pool does, and says whom to trust. */
export async function createUserPool() {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'pool-key', alg: 'RS256', use: 'sig' };
  const sign = (claims: JWTPayload): Promise<string> =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'pool-key' }).sign(privateKey);
  const seconds = Math.floor(Date.now() / 1000);
  return {
    trust: { issuer: ISSUER, clientId: CLIENT_ID, jwks: { keys: [jwk] } },
    sign,
    /** An access token of a user whose sub and username are both `sub-NAME`. */
    accessToken: (name: string, groups: string[] = [], changes: JWTPayload = {}): Promise<string> =>
      sign({
        sub: `sub-${name}`,
        username: `sub-${name}`,
        iss: ISSUER,
        client_id: CLIENT_ID,
        token_use: 'access',
        iat: seconds,
        exp: seconds + 3600,
        ...(groups.length > 0 ? { 'cognito:groups': groups } : {}),
        ...changes,
      }),
  };
}
