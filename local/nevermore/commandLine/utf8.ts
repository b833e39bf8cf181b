import { NotUtf8Error } from './errors';

/**
 * Decodes a text that came from outside, without the mark (BOM) that some editors put before it.
 * @param place where it came from, for the message
 * @throws NotUtf8Error rather than replacing what it cannot read: a changed value would be a false fact
 */
export function decodeUtf8(bytes: Buffer, place: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new NotUtf8Error(place, firstOddByte(bytes), { cause });
  }
}

/** Where the text stops being what its own decoding, written again, would be. */
function firstOddByte(bytes: Buffer): number {
  const written = Buffer.from(bytes.toString('utf8'), 'utf8');
  const odd = bytes.findIndex((byte, index) => byte !== written[index]);
  return odd < 0 ? bytes.length : odd;
}
