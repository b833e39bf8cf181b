import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { CognitoStateError } from './errors';
import { readStateFile, writeStateFile } from './stateFile';

/** A code that was handed out, as a digest: the state file alone does not let anyone redeem it. */
const issuedCode = z.object({
  digest: z.string(),
  /** Milliseconds since 1970. */
  expiresAt: z.number(),
  failedTries: z.number(),
});

const account = z.object({
  /** The subject of every token, and the name that SRP knows the account by. */
  sub: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  /** Standard attributes besides `sub`, `email` and `email_verified`. */
  attributes: z.record(z.string(), z.string()),
  groups: z.array(z.string()),
  status: z.enum(['UNCONFIRMED', 'CONFIRMED', 'FORCE_CHANGE_PASSWORD']),
  salt: z.string(),
  verifier: z.string(),
  codes: z.object({ 'sign-up': issuedCode.optional(), 'password reset': issuedCode.optional() }),
});

/** One sign-in, alive until its refresh token expires or is revoked. */
const session = z.object({
  /** SHA-256 of the refresh token, base64url. */
  tokenDigest: z.string(),
  /** `origin_jti` of every token that came of this sign-in. */
  originId: z.string(),
  sub: z.string(),
  /** Seconds since 1970. */
  authTime: z.number(),
  /** Milliseconds since 1970. */
  expiresAt: z.number(),
});

const state = z.object({
  version: z.literal(1),
  userPoolId: z.string(),
  /** RSA private key as a JWK. */
  signingKey: z.record(z.string(), z.unknown()),
  /** Base64url; keys the digests of codes and the answers about unknown users. */
  secret: z.string(),
  accounts: z.array(account),
  sessions: z.array(session),
});

export type Account = z.infer<typeof account>;
export type Session = z.infer<typeof session>;
export type CodePurpose = keyof Account['codes'];
export type CognitoState = z.infer<typeof state>;

/**
 * Reads the pool's state, or makes that of an empty pool with a new signing key and writes it.
 * @throws CognitoStateError when the file is damaged or belongs to another user pool
 */
export function loadState(path: string, userPoolId: string): CognitoState {
  const text = readStateFile(path);
  if (text === undefined) {
    const fresh = emptyState(userPoolId);
    saveState(path, fresh);
    return fresh;
  }
  const loaded = parseState(path, text);
  if (loaded.userPoolId !== userPoolId) {
    // Verifiers contain the pool's name, so no password of the other pool could ever match here.
    throw new CognitoStateError(path, `belongs to the user pool ${loaded.userPoolId}, not ${userPoolId}`);
  }
  return loaded;
}

function saveState(path: string, value: CognitoState): void {
  writeStateFile(path, JSON.stringify(value, null, 1));
}

/**
 * Saves a state after each change of it. A change that the disk refuses is taken back in memory too: what a
 * restart would not know must not be answered with until then.
 * @throws what the file system throws
 */
export function savingOf(path: string, value: CognitoState): () => void {
  let saved = JSON.stringify(value);
  return () => {
    try {
      saveState(path, value);
    } catch (error) {
      Object.assign(value, JSON.parse(saved));
      throw error;
    }
    saved = JSON.stringify(value);
  };
}

function parseState(path: string, text: string): CognitoState {
  try {
    const loaded = state.parse(JSON.parse(text));
    createPrivateKey({ key: loaded.signingKey, format: 'jwk' });
    return loaded;
  } catch (cause) {
    throw new CognitoStateError(path, 'is not a user pool that this version can read', { cause });
  }
}

function emptyState(userPoolId: string): CognitoState {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    version: 1,
    userPoolId,
    signingKey: { ...privateKey.export({ format: 'jwk' }) },
    secret: randomBytes(32).toString('base64url'),
    accounts: [],
    sessions: [],
  };
}
