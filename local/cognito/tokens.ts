import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type JsonWebKey,
  type KeyObject,
  randomBytes,
  randomUUID,
} from 'node:crypto';
import { errors, type JSONWebKeySet, jwtVerify, SignJWT } from 'jose';
import { NotAuthorizedError } from './errors';
import type { Account, CognitoState, Session } from './state';

/** Lifetimes of an app client made by Amplify: an hour, in seconds, and thirty days, in milliseconds. */
const TOKEN_LIFETIME = 60 * 60;
const REFRESH_LIFETIME = 30 * 24 * 60 * 60 * 1000;

export interface TokensOptions {
  readonly state: CognitoState;
  readonly clientId: string;
  readonly issuer: string;
  readonly clock: () => number;
  readonly save: () => void;
}

export interface AuthenticationResult {
  readonly AccessToken: string;
  readonly IdToken: string;
  readonly RefreshToken?: string;
  readonly ExpiresIn: number;
  readonly TokenType: 'Bearer';
}

/** Signs, checks and revokes tokens with the claims that Amazon Cognito puts into them. */
export class Tokens {
  /** The public key, as `/.well-known/jwks.json` serves it. */
  readonly jwks: JSONWebKeySet;
  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;
  private readonly keyId: string;

  constructor(private readonly options: TokensOptions) {
    this.privateKey = createPrivateKey({ key: options.state.signingKey as JsonWebKey, format: 'jwk' });
    this.publicKey = createPublicKey(this.privateKey);
    const { kty, n, e } = this.publicKey.export({ format: 'jwk' });
    this.keyId = createHash('sha256').update(String(n)).digest('base64url');
    this.jwks = { keys: [{ kty: String(kty), n, e, kid: this.keyId, alg: 'RS256', use: 'sig' }] };
  }

  /** Tokens for somebody who has just signed in, with a refresh token of their own. */
  async startSession(account: Account): Promise<AuthenticationResult> {
    const { state, clock, save } = this.options;
    const now = clock();
    const refreshToken = randomBytes(48).toString('base64url');
    const session: Session = {
      tokenDigest: digestOf(refreshToken),
      originId: randomUUID(),
      sub: account.sub,
      authTime: Math.floor(now / 1000),
      expiresAt: now + REFRESH_LIFETIME,
    };
    state.sessions = [...state.sessions.filter(({ expiresAt }) => expiresAt > now), session];
    save();
    return { ...(await this.sign(account, session)), RefreshToken: refreshToken };
  }

  /**
   * New access and id tokens; the refresh token stays the same, as without refresh-token rotation.
   * @throws NotAuthorizedError when the refresh token is unknown, revoked or expired
   */
  async refresh(refreshToken: string): Promise<AuthenticationResult> {
    const session = this.sessionOf(refreshToken);
    const account = this.options.state.accounts.find(({ sub }) => sub === session?.sub);
    if (!session || !account) throw new NotAuthorizedError('Invalid Refresh Token');
    if (session.expiresAt <= this.options.clock()) {
      throw new NotAuthorizedError('Refresh Token has expired');
    }
    return this.sign(account, session);
  }

  /**
   * Whose access token this is.
   * @throws NotAuthorizedError when it is forged, expired, revoked or not an access token
   */
  async accountOf(accessToken: string): Promise<Account> {
    const { state, clientId } = this.options;
    const claims = await this.verify(accessToken);
    if (claims.token_use !== 'access' || claims.client_id !== clientId) {
      throw new NotAuthorizedError('Invalid Access Token');
    }
    const session = state.sessions.find(({ originId }) => originId === claims.origin_jti);
    const account = state.accounts.find(({ sub }) => sub === claims.sub);
    if (!session || !account) throw new NotAuthorizedError('Access Token has been revoked');
    return account;
  }

  /** Ends the sign-in that a refresh token came of, if it is still alive. */
  revoke(refreshToken: string): void {
    const session = this.sessionOf(refreshToken);
    if (session) this.endSessions(({ originId }) => originId === session.originId);
  }

  /** Signs an account out everywhere. */
  revokeAll(account: Account): void {
    this.endSessions(({ sub }) => sub === account.sub);
  }

  private endSessions(ended: (session: Session) => boolean): void {
    const { state, save } = this.options;
    state.sessions = state.sessions.filter((session) => !ended(session));
    save();
  }

  private sessionOf(refreshToken: string): Session | undefined {
    const digest = digestOf(refreshToken);
    return this.options.state.sessions.find(({ tokenDigest }) => tokenDigest === digest);
  }

  private async verify(token: string) {
    const { issuer, clock } = this.options;
    try {
      const currentDate = new Date(clock());
      const verified = await jwtVerify(token, this.publicKey, { issuer, algorithms: ['RS256'], currentDate });
      return verified.payload;
    } catch (cause) {
      const expired = cause instanceof errors.JWTExpired;
      throw new NotAuthorizedError(expired ? 'Access Token has expired' : 'Invalid Access Token', { cause });
    }
  }

  private async sign(account: Account, session: Session): Promise<AuthenticationResult> {
    const { clientId, clock } = this.options;
    const issuedAt = Math.floor(clock() / 1000);
    const common = {
      sub: account.sub,
      ...(account.groups.length > 0 && { 'cognito:groups': account.groups }),
      origin_jti: session.originId,
      event_id: randomUUID(),
      auth_time: session.authTime,
      iat: issuedAt,
      exp: issuedAt + TOKEN_LIFETIME,
    };
    const access = {
      ...common,
      client_id: clientId,
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      username: account.sub,
    };
    const id = {
      ...account.attributes,
      ...common,
      aud: clientId,
      token_use: 'id',
      'cognito:username': account.sub,
      email: account.email,
      email_verified: account.emailVerified,
    };
    const [AccessToken, IdToken] = await Promise.all([this.signClaims(access), this.signClaims(id)]);
    return { AccessToken, IdToken, ExpiresIn: TOKEN_LIFETIME, TokenType: 'Bearer' };
  }

  private signClaims(claims: Record<string, unknown>): Promise<string> {
    return new SignJWT({ ...claims, iss: this.options.issuer, jti: randomUUID() })
      .setProtectedHeader({ kid: this.keyId, alg: 'RS256' })
      .sign(this.privateKey);
  }
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
