import type { IncomingHttpHeaders } from 'node:http';

/** The names under which this computer asks itself. Any other one was pointed here from outside. */
const OWN_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/** A page of another site, or a foreign name that was pointed at this computer, asks. AWS has no such error. */
export class ForeignCallerError extends Error {
  override readonly name = 'ForeignCallerError';
  readonly errorType = 'ForbiddenException';
  readonly statusCode = 403;
  constructor(
    readonly header: 'Host' | 'Origin',
    readonly value: string | undefined,
  ) {
    super(
      header === 'Host'
        ? `The local cloud answers to localhost and 127.0.0.1 only, not to the host "${value ?? ''}".`
        : `The local cloud answers to its own app only, not to a page of "${value ?? ''}". Open the address ` +
            'that npm start prints.',
    );
  }
}

/** Who may knock at a port at all, before anybody's credentials are looked at. */
export interface Admission {
  /**
   * A browser says which page asks (`Origin`) and which name it looked up (`Host`), and no page can change
   * either: a site whose name was pointed at this computer (DNS rebinding) is told by the second.
   * Programs send no origin; for them only the host counts.
   * @throws ForeignCallerError
   */
  check(headers: IncomingHttpHeaders): void;
  /** What lets the admitted page read the answer; nothing for anybody else. */
  corsHeaders(headers: IncomingHttpHeaders): Record<string, string>;
}

/** @param origins of the pages that may ask, such as `http://localhost:5173`; none for a port without pages */
export function createAdmission(origins: readonly string[]): Admission {
  const isOwn = (origin: string | undefined): origin is string =>
    origin !== undefined && origins.includes(origin);
  return {
    check: ({ host, origin }) => {
      if (!OWN_HOST.test(host ?? '')) throw new ForeignCallerError('Host', host);
      if (origin !== undefined && !isOwn(origin)) throw new ForeignCallerError('Origin', origin);
    },
    corsHeaders: ({ origin }) => ({
      vary: 'Origin',
      ...(isOwn(origin) && { 'access-control-allow-origin': origin }),
    }),
  };
}
