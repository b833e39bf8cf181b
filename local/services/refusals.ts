import type { SignedRequest } from '../iam';
import type { Refusal, Reply } from './service';

const xmlText = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** A map of two texts, which is all that a refusal is, in CBOR (RFC 8949). */
function cborMap(entries: Record<string, string>): Buffer {
  const text = (value: string) => {
    const bytes = Buffer.from(value, 'utf8');
    return Buffer.concat([Buffer.from([0x79, bytes.length >> 8, bytes.length & 0xff]), bytes]);
  };
  const names = Object.entries(entries);
  return Buffer.concat([
    Buffer.from([0xa0 + names.length]),
    ...names.flatMap(([name, value]) => [text(name), text(value)]),
  ]);
}

/** A refusal in the protocol that the request is written in, so that every SDK shows its message. */
export const refusalFor =
  (request: Pick<SignedRequest, 'headers'>): Refusal =>
  ({ errorType, statusCode, message }): Reply => {
    const contentType = request.headers['content-type'] ?? '';
    if (request.headers['smithy-protocol'] === 'rpc-v2-cbor') {
      const headers = { 'content-type': 'application/cbor', 'smithy-protocol': 'rpc-v2-cbor' };
      return { statusCode, headers, body: cborMap({ __type: errorType, message }) };
    }
    if (contentType.includes('x-www-form-urlencoded') || contentType.includes('xml')) {
      const body = `<ErrorResponse><Error><Type>Sender</Type><Code>${errorType}</Code><Message>${xmlText(message)}</Message></Error></ErrorResponse>`;
      return { statusCode, headers: { 'content-type': 'text/xml' }, body };
    }
    return {
      statusCode,
      headers: { 'content-type': 'application/json', 'x-amzn-errortype': errorType },
      body: JSON.stringify({ __type: errorType, message }),
    };
  };
