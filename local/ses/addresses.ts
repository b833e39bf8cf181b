import { BadRequestError } from './errors';

/** One mailbox of a message. */
export interface Mailbox {
  /** Such as `Ann Author`, decoded; empty where none is given. */
  readonly name: string;
  readonly address: string;
}

/** Longest parts of an address, in characters (RFC 5321). */
const LONGEST_LOCAL_PART = 64;
const LONGEST_DOMAIN = 255;

const LOCAL_PART = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const DOMAIN = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;

/**
 * Reads `ann@example.com`, `Ann <ann@example.com>` or `"Ann, A." <ann@example.com>`.
 * @param field of the request, for the message
 * @throws BadRequestError for whatever SES would not send to, and for what could smuggle in a header
 */
export function mailboxOf(text: string, field: string): Mailbox {
  if (/[\r\n\0]/.test(text)) throw new BadRequestError(`${field}: an address must not contain line breaks.`);
  if (/[^\x20-\x7e]/.test(text))
    throw new BadRequestError(
      `${field}: "${text}" has characters beyond 7-bit ASCII. Write the name as a MIME encoded-word ` +
        '(=?UTF-8?B?…?=) and the domain in Punycode; SES does not take others before the @.',
    );
  const [, quoted, plain, bracketed] =
    /^(?:"((?:[^"\\]|\\.)*)"|([^"<>,;:@[\]()\\]*))\s*<([^<>]*)>$/.exec(text.trim()) ?? [];
  const address = bracketed ?? text.trim();
  checkAddress(address, field);
  return { name: (quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '').trim(), address };
}

function checkAddress(address: string, field: string): void {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  const domain = address.slice(at + 1);
  const wrong = (what: string) => new BadRequestError(`${field}: ${what}: "${address}"`);
  if (at < 0 || domain === '') throw wrong("Missing final '@domain'");
  if (/\s/.test(local)) throw wrong('Local address contains control or whitespace');
  if (!LOCAL_PART.test(local) || local.length > LONGEST_LOCAL_PART) throw wrong('Illegal address');
  if (!DOMAIN.test(domain) || domain.length > LONGEST_DOMAIN)
    throw wrong('Domain contains an illegal character, or is no domain');
}

/** The addresses of a header, such as `Ann <ann@example.com>, ben@example.com`. */
export function splitAddresses(value: string): string[] {
  return (value.match(/(?:"(?:[^"\\]|\\.)*"|[^",])+/g) ?? [])
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

export const domainOf = (address: string): string =>
  address.slice(address.lastIndexOf('@') + 1).toLowerCase();
