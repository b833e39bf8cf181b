/** What is sent to whoever asked. */
export interface Answer {
  status: number;
  headers: Record<string, string | string[]>;
  body: Buffer;
}

/**
 * What a function has answered, read as a function URL reads it: an object with a `statusCode` is a response, and
 * everything else is the body of one.
 */
export function answerFrom(answered: unknown): Answer {
  if (typeof answered !== 'object' || answered === null || !('statusCode' in answered)) {
    const text = typeof answered === 'string' ? answered : JSON.stringify(answered ?? null);
    return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(text) };
  }
  const {
    statusCode,
    headers = {},
    cookies,
    body = '',
    isBase64Encoded,
  } = answered as {
    statusCode: unknown;
    headers?: Record<string, unknown>;
    cookies?: string[];
    body?: unknown;
    isBase64Encoded?: boolean;
  };
  const sent = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  return {
    status: Number(statusCode),
    headers: {
      'content-type': 'application/json',
      ...Object.fromEntries(sent.filter(([name]) => name !== 'content-length')),
      ...(cookies && { 'set-cookie': cookies }),
    },
    body: Buffer.from(
      typeof body === 'string' ? body : JSON.stringify(body),
      isBase64Encoded ? 'base64' : 'utf8',
    ),
  };
}
