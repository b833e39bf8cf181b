import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { headOf } from '../receivedRequest';

/** Bodies of other types are handed over in Base64. */
const TEXT =
  /^(?:text\/|application\/(?:json|javascript|xml|x-www-form-urlencoded)\b|application\/[\w.-]+\+(?:json|xml)\b)/i;

/** A request in the format 2.0, as a function URL hands it to its function. */
export function eventOf(message: IncomingMessage, body: Buffer): object {
  const { method, path, query, headers } = headOf(message);
  const { cookie, ...sent } = headers;
  const isText = TEXT.test(headers['content-type'] ?? '');
  const parameters = Object.fromEntries(
    [...new Set(new URLSearchParams(query).keys())].map((name) => [
      name,
      new URLSearchParams(query).getAll(name).join(','),
    ]),
  );
  const now = new Date();
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: decodedPath(path),
    rawQueryString: query,
    ...(cookie && { cookies: cookie.split(/;\s*/) }),
    headers: { ...sent, 'x-forwarded-proto': 'http', 'x-forwarded-for': '127.0.0.1' },
    ...(query && { queryStringParameters: parameters }),
    requestContext: {
      accountId: 'anonymous',
      apiId: 'local',
      domainName: headers.host ?? 'localhost',
      domainPrefix: 'local',
      http: {
        method,
        path: decodedPath(path),
        protocol: `HTTP/${message.httpVersion}`,
        sourceIp: '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: isText ? body.toString('utf8') : body.toString('base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

/** A path that is no UTF-8 is handed over as it came. */
function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
