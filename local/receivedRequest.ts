import type { IncomingMessage } from 'node:http';

/** A request without its body, as signatures are verified: path and query undecoded, one value a header. */
export interface RequestHead {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Record<string, string>;
}

/** What a request says before its body; header names in lower case. */
export function headOf(message: IncomingMessage): RequestHead {
  const [path = '/', query = ''] = (message.url ?? '/').split('?', 2);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(',') : value;
  }
  return { method: message.method ?? 'GET', path, query, headers };
}

/**
 * Reads a body up to a limit, and leaves the rest of a larger one: whoever answers must let it run out
 * (`message.resume()`), because cutting the line would hide the answer.
 * @param most bytes
 * @throws what `tooLarge` makes, and what the connection throws when the request ends early
 */
export async function readBody(
  message: IncomingMessage,
  most: number,
  tooLarge: () => Error,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length;
    if (bytes > most) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
