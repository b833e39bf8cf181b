import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { JSONWebKeySet } from 'jose';
import { createAdmission } from '../admission';
import type { PasswordPolicy } from '../assembly/types';
import { MissingSignatureError, type SignedRequest } from '../iam';
import { Accounts, poolNameOf } from './accounts';
import { Challenges } from './challenges';
import { type CodeDelivery, Codes } from './codes';
import type { Pool } from './pool';
import { createCognitoServer } from './server';
import { loadState, savingOf } from './state';
import { Tokens } from './tokens';

export type { CodeDelivery } from './codes';
export { CognitoStateError, InvalidPasswordError } from './errors';

export interface CognitoOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** Of the pages that may ask, such as `http://localhost:5173`; none unless told. */
  readonly origins?: readonly string[];
  /** Holds `cognito.json`: accounts, sessions and the signing key, readable by its owner only. */
  readonly stateDir: string;
  /** Such as `us-east-1_nevermore`. */
  readonly userPoolId: string;
  readonly clientId: string;
  readonly passwordPolicy: PasswordPolicy;
  /** Hands a code to its person, where the cloud would send an e-mail. */
  readonly onCode: (delivery: CodeDelivery) => void;
  /** Whether whoever signed a request may do this in the pool; nobody may unless told. @throws AuthorizationError */
  readonly authorize?: (request: SignedRequest, action: string) => void;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
  /** Told of failures that are the server's own fault. */
  readonly onInternalError?: (error: unknown) => void;
}

export interface SeedUser {
  readonly email: string;
  readonly password: string;
  readonly groups?: readonly string[];
  readonly name?: string;
  /** True when the first sign-in must replace the password (`NEW_PASSWORD_REQUIRED`). */
  readonly temporaryPassword?: boolean;
  /** True when an account that has another password gets this one; its sign-ins end. */
  readonly replacesPassword?: boolean;
}

export interface LocalCognito {
  /** What Amplify takes as `Auth.Cognito.userPoolEndpoint`. */
  readonly endpoint: string;
  /** The `iss` of every token. */
  readonly issuer: string;
  /** The public keys of every token, for `createLocalJWKSet` of jose. */
  readonly jwks: JSONWebKeySet;
  /**
   * Makes a confirmed account, unless the address has one already, which stays as it is but for a password
   * that is to be replaced.
   * @throws CognitoError when address or password is not acceptable
   */
  seedUser(user: SeedUser): Promise<{ sub: string; created: boolean }>;
  close(): Promise<void>;
}

/**
 * Starts a Cognito user pool on 127.0.0.1 that the unmodified Amplify client signs in to.
 *
 * Tokens name the issuer as the cloud does, `https://cognito-idp.<region>.amazonaws.com/<pool>`. The
 * Amplify client takes either form, as it does not look at `iss`; this one makes tokens that resolvers
 * cannot tell from deployed ones, and that stay good when the ports move. Whoever checks them takes the
 * keys from {@link LocalCognito.jwks} or from `<endpoint>/<pool>/.well-known/jwks.json`, never from the
 * issuer's address.
 * @throws CognitoStateError when the state file cannot be used; an error with code `EADDRINUSE` for a taken port
 */
export async function startCognito(options: CognitoOptions): Promise<LocalCognito> {
  const { userPoolId, clientId, passwordPolicy, onCode, clock = Date.now } = options;
  const { onInternalError = (error: unknown) => console.error('local Cognito:', error) } = options;
  const path = join(options.stateDir, 'cognito.json');
  const state = loadState(path, userPoolId);
  const save = savingOf(path, state);
  const region = userPoolId.slice(0, userPoolId.indexOf('_'));
  const issuer = `https://cognito-idp.${region}.amazonaws.com/${userPoolId}`;
  const pool: Pool = {
    name: poolNameOf(userPoolId),
    accounts: new Accounts({ state, passwordPolicy, save }),
    codes: new Codes({ secret: state.secret, clock, save, onCode }),
    tokens: new Tokens({ state, clientId, issuer, clock, save }),
    challenges: new Challenges(clock),
  };

  let endpoint = '';
  const documents = () => {
    const jwksPath = `/${userPoolId}/.well-known/jwks.json`;
    return new Map<string, object>([
      [jwksPath, pool.tokens.jwks],
      [`/${userPoolId}/.well-known/openid-configuration`, openIdConfiguration(issuer, endpoint + jwksPath)],
    ]);
  };
  const server = createCognitoServer({
    pool,
    admission: createAdmission(options.origins ?? []),
    clientId,
    userPoolId,
    authorize: options.authorize ?? nobody,
    documents,
    onInternalError,
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    endpoint,
    issuer,
    jwks: pool.tokens.jwks,
    seedUser: async (user) => seed(pool, user),
    close: () =>
      new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function nobody(): never {
  throw new MissingSignatureError('this user pool is served without anybody who may sign');
}

function seed({ accounts, tokens }: Pool, user: SeedUser) {
  const { email, password, groups, name, temporaryPassword } = user;
  const existing = accounts.findByEmail(email);
  if (existing) {
    if (user.replacesPassword && !accounts.hasPassword(existing, password)) {
      accounts.setPassword(existing, password);
      tokens.revokeAll(existing);
    }
    return { sub: existing.sub, created: false };
  }
  const status = temporaryPassword ? ('FORCE_CHANGE_PASSWORD' as const) : ('CONFIRMED' as const);
  const attributes = new Map(name === undefined ? [] : [['name', name] as const]);
  return { sub: accounts.create({ email, password, status, attributes, groups }).sub, created: true };
}

function openIdConfiguration(issuer: string, jwksUri: string): object {
  return {
    issuer,
    jwks_uri: jwksUri,
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'token'],
    subject_types_supported: ['public'],
  };
}
