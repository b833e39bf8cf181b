import { createHmac, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a function's process gets as `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN`. */
export interface LocalCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/**
 * Derives the keys of one function from the secret of a state folder. The same function gets the same
 * keys after a restart, so that a resumed run can go on signing.
 */
export function deriveCredentials(secret: Buffer, functionName: string): LocalCredentials {
  const derive = (purpose: string) =>
    createHmac('sha256', secret).update(`${purpose}\0${functionName}`).digest();
  // ASIA is AWS's prefix for temporary keys, which are the ones with a session token.
  const accessKeyId = `ASIA${derive('access-key-id').toString('hex').toUpperCase().slice(0, 16)}`;
  return {
    accessKeyId,
    secretAccessKey: derive('secret-access-key').toString('base64url').slice(0, 40),
    sessionToken: derive('session-token').toString('base64url'),
  };
}

const SECRET_BYTES = 32;

/**
 * Reads the secret of a state folder, making it on first use: 32 random bytes, readable by its owner only.
 * One of another length was emptied or damaged, and is made anew: a short secret could be guessed, and every
 * function gets its keys from the new one at the next start of its process.
 */
export function loadSecret(file: string): Buffer {
  try {
    const secret = readFileSync(file);
    if (secret.length === SECRET_BYTES) {
      chmodSync(file, 0o600);
      return secret;
    }
    rmSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const secret = randomBytes(SECRET_BYTES);
  writeFileSync(file, secret, { mode: 0o600, flag: 'wx' });
  return secret;
}
