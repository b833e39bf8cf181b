import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { DataSourceError } from './dataSource';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Where a list goes on, as clients see it. DynamoDB names the last item that it looked at, also one that the
 * caller may not see; AppSync encrypts that, and so does this.
 */
export class PageTokens {
  /** @param key 32 bytes; tokens made with it stay good as long as it is the same */
  constructor(private readonly key: Buffer) {}

  /** @param list what the token is good for, such as the table and index */
  seal(lastKey: object, list: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.key, nonce).setAAD(Buffer.from(list));
    const sealed = [cipher.update(JSON.stringify(lastKey), 'utf8'), cipher.final()];
    return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]).toString('base64url');
  }

  /** @throws DataSourceError for a token that was made up, changed, or made for another list */
  open(token: string, list: string): unknown {
    const bytes = Buffer.from(token, 'base64url');
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
    try {
      const decipher = createDecipheriv(ALGORITHM, this.key, nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(list))
        .setAuthTag(tag);
      const sealed = bytes.subarray(NONCE_BYTES + TAG_BYTES);
      const text = Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
      return JSON.parse(text) as unknown;
    } catch (cause) {
      throw new DataSourceError('Invalid pagination token given.', 'BadRequestException', { cause });
    }
  }
}
