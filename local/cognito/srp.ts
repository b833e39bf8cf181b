import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Secure Remote Password as Amazon Cognito speaks it: SRP-6a over the 3072-bit group of RFC 5054 with
 * SHA-256, numbers padded like two's complement, and the key derived by HKDF. Pure mathematics; every
 * number travels as lower-case hexadecimal.
 */

const N = BigInt(
  `0x${[
    'FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD',
    'EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED',
    'EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F',
    '83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B',
    'E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510',
    '15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7',
    'ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C',
    'BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF',
  ].join('')}`,
);
const g = 2n;
const k = hashNumbers(N, g);

/** Longest `SRP_A` that can be a number below N, in hexadecimal digits, with room for a sign byte. */
export const MAX_PUBLIC_VALUE_DIGITS = 770;

export interface Verifier {
  readonly salt: string;
  readonly verifier: string;
}

/** The server's side of one sign-in, kept between `InitiateAuth` and `RespondToAuthChallenge`. */
export interface ServerKeys {
  readonly clientPublic: string;
  readonly serverPublic: string;
  readonly serverSecret: string;
  readonly verifier: string;
}

/**
 * What is kept instead of a password.
 * @param userId the `USER_ID_FOR_SRP` of the account; a verifier works for this id and this pool only
 */
export function createVerifier(poolName: string, userId: string, password: string): Verifier {
  const salt = fromBytes(randomBytes(16));
  return { salt: hex(salt), verifier: hex(verifierOf(salt, poolName, userId, password)) };
}

/** Whether the password is the one the verifier was made from, compared in constant time. */
export function matchesPassword(
  stored: Verifier,
  poolName: string,
  userId: string,
  password: string,
): boolean {
  const salt = fromHex(stored.salt);
  const claimed = paddedBytes(verifierOf(salt, poolName, userId, password));
  return equalBytes(claimed, paddedBytes(fromHex(stored.verifier)));
}

/** Whether `SRP_A` is a number the protocol may go on with; a multiple of N would let anyone in. */
export function isSafePublicValue(clientPublic: string): boolean {
  return (
    clientPublic.length <= MAX_PUBLIC_VALUE_DIGITS &&
    /^[0-9a-f]+$/i.test(clientPublic) &&
    fromHex(clientPublic) % N !== 0n
  );
}

/** Answers a client's `SRP_A` with the server's `SRP_B`. Check {@link isSafePublicValue} first. */
export function createServerKeys(clientPublic: string, verifier: string): ServerKeys {
  const secret = fromBytes(randomBytes(32));
  const serverPublic = (k * fromHex(verifier) + power(g, secret)) % N;
  return { clientPublic, serverPublic: hex(serverPublic), serverSecret: hex(secret), verifier };
}

/** What the client signs: pool, account, the challenge's secret block and its own time stamp. */
export interface PasswordClaim {
  readonly poolName: string;
  readonly userId: string;
  readonly secretBlock: string;
  readonly timestamp: string;
}

/** The signature that only somebody who knows the password can have made. */
export function claimSignature(keys: ServerKeys, claim: PasswordClaim): Buffer {
  const A = fromHex(keys.clientPublic);
  const u = hashNumbers(A, fromHex(keys.serverPublic));
  const shared = power(A * power(fromHex(keys.verifier), u), fromHex(keys.serverSecret));
  const key = hkdfSync('sha256', paddedBytes(shared), paddedBytes(u), 'Caldera Derived Key', 16);
  return createHmac('sha256', Buffer.from(key))
    .update(claim.poolName)
    .update(claim.userId)
    .update(Buffer.from(claim.secretBlock, 'base64'))
    .update(claim.timestamp)
    .digest();
}

/** Compares in time that does not depend on where two byte strings differ. */
export function equalBytes(left: Buffer, right: Buffer): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}

function verifierOf(salt: bigint, poolName: string, userId: string, password: string): bigint {
  const identity = createHash('sha256').update(`${poolName}${userId}:${password}`).digest();
  const x = fromBytes(
    createHash('sha256')
      .update(Buffer.concat([paddedBytes(salt), identity]))
      .digest(),
  );
  return power(g, x);
}

function hashNumbers(left: bigint, right: bigint): bigint {
  const bytes = Buffer.concat([paddedBytes(left), paddedBytes(right)]);
  return fromBytes(createHash('sha256').update(bytes).digest());
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base % N;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % N;
    square = (square * square) % N;
  }
  return result;
}

/** Big-endian bytes with a zero byte in front where the first bit would read as a minus sign. */
function paddedBytes(value: bigint): Buffer {
  const digits = hex(value);
  const even = digits.length % 2 ? `0${digits}` : digits;
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex');
}

function hex(value: bigint): string {
  return value.toString(16);
}

function fromHex(digits: string): bigint {
  return BigInt(`0x${digits}`);
}

function fromBytes(bytes: Buffer): bigint {
  return fromHex(bytes.toString('hex'));
}
