/** Bytes of a text that was read byte by byte. */
const bytesOf = (latin1: string): Buffer => Buffer.from(latin1, 'latin1');

/** Text in a named character set; an unknown one is read as UTF-8, and what does not fit is shown as `�`. */
export function decodeText(bytes: Buffer, charset = 'utf-8'): string {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(charset);
  } catch {
    decoder = new TextDecoder();
  }
  return decoder.decode(bytes);
}

export function isCharset(name: string): boolean {
  try {
    new TextDecoder(name);
    return true;
  } catch {
    return false;
  }
}

const fromQuotedPrintable = (latin1: string): Buffer =>
  bytesOf(
    latin1
      .replace(/[ \t]+(?=\r?\n|$)/g, '')
      .replace(/=\r?\n/g, '')
      .replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );

/** Undoes a `Content-Transfer-Encoding`. */
export function decodeTransfer(latin1: string, encoding = '7bit'): Buffer {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(latin1, 'base64');
    case 'quoted-printable':
      return fromQuotedPrintable(latin1);
    default:
      return bytesOf(latin1);
  }
}

/** The value of a header for people: encoded-words (RFC 2047) are read, the space between two of them is none. */
export const decodeWords = (value: string): string =>
  value
    .replace(/(=\?[^?\s]+\?[bq]\?[^?\s]*\?=)\s+(?==\?)/gi, '$1')
    .replace(
      /=\?([^?\s*]+)(?:\*[^?]*)?\?([bq])\?([^?\s]*)\?=/gi,
      (_, charset: string, kind: string, text: string) =>
        decodeText(
          kind.toLowerCase() === 'b'
            ? Buffer.from(text, 'base64')
            : fromQuotedPrintable(text.replaceAll('_', ' ').replace(/ $/, '=20')),
          charset,
        ),
    );
