/** An HTTP request as a function URL hands it over (payload 2.0), as far as it is used here. */
export interface HttpEvent {
  rawPath: string;
  rawQueryString?: string;
  headers: Readonly<Record<string, string | undefined>>;
  body?: string;
  isBase64Encoded?: boolean;
  requestContext: { domainName?: string; http: { method: string } };
}

/** The answer that a function URL takes. */
export interface HttpResult {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
}

/** The event as a request of the web. */
export function requestOf({
  rawPath,
  rawQueryString,
  headers,
  body,
  isBase64Encoded,
  ...event
}: HttpEvent): Request {
  const { domainName, http } = event.requestContext;
  const host = headers.host ?? domainName ?? 'localhost';
  const query = rawQueryString ? `?${rawQueryString}` : '';
  const sent = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new Request(`${headers['x-forwarded-proto'] ?? 'https'}://${host}${rawPath}${query}`, {
    method: http.method,
    headers: sent,
    ...(body &&
      !['GET', 'HEAD'].includes(http.method) && {
        body: isBase64Encoded ? Buffer.from(body, 'base64') : body,
      }),
  });
}

/** How many bytes a body has, without decoding it. */
export const bytesOf = ({ body = '', isBase64Encoded }: HttpEvent): number =>
  isBase64Encoded ? Math.floor((body.length * 3) / 4) : Buffer.byteLength(body);

/** The response as the event's answer. */
export const resultOf = async (response: Response): Promise<HttpResult> => ({
  statusCode: response.status,
  headers: Object.fromEntries(response.headers),
  body: await response.text(),
});
