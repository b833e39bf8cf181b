import { randomBytes, randomUUID } from 'node:crypto';
import type { Members } from '../namespace';

const isNil = (value: unknown): value is null | undefined => value === null || value === undefined;

const isEmpty = (value: unknown): boolean =>
  isNil(value) ||
  value === '' ||
  (Array.isArray(value) ? value.length === 0 : typeof value === 'object' && Object.keys(value).length === 0);

const isBlank = (value: unknown): boolean =>
  isEmpty(value) || (typeof value === 'string' && value.trim() === '');

const isMap = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function typeOf(value: unknown): string {
  if (isNil(value)) return 'Null';
  if (Array.isArray(value)) return 'List';
  const names: { readonly [type: string]: string } = {
    object: 'Map',
    number: 'Number',
    string: 'String',
    boolean: 'Boolean',
  };
  return names[typeof value] ?? 'Object';
}

/** Sortable by time: 48 bits of milliseconds and 80 random bits in Crockford's base 32. */
function ulid(): string {
  const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const time = Array.from({ length: 10 }, (_, index) => {
    const shifted = Math.floor(Date.now() / 32 ** (9 - index));
    return digits[shifted % 32];
  });
  const random = [...randomBytes(16)].map((byte) => digits[byte % 32]);
  return [...time, ...random].join('');
}

/** Random ids; a name of their own, because `autoKsuid` is missing on purpose and fails by name. */
export const ids: Members = { autoId: randomUUID, autoUlid: ulid };

/** Questions about values, and defaults for missing ones. */
export const values: Members = {
  qr: () => '',
  quiet: () => '',
  isNull: isNil,
  isNullOrEmpty: isEmpty,
  isNullOrBlank: isBlank,
  defaultIfNull: (value, otherwise) => (isNil(value) ? otherwise : value),
  defaultIfNullOrEmpty: (value, otherwise) => (isEmpty(value) ? otherwise : value),
  defaultIfNullOrBlank: (value, otherwise) => (isBlank(value) ? otherwise : value),
  isString: (value) => typeof value === 'string',
  isNumber: (value) => typeof value === 'number',
  isBoolean: (value) => typeof value === 'boolean',
  isList: Array.isArray,
  isMap,
  typeOf,
  matches: (pattern: string, text: string) => new RegExp(`^(?:${pattern})$`).test(text),
};

/**
 * A text that is no JSON gives null: Amplify's list templates ask `isList(parseJson(claim))` of the owner
 * claim of every caller, which is an ordinary text for nearly all of them.
 */
function parseJson(text: string | null | undefined): unknown {
  if (isNil(text)) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Conversions between text and values. */
export const encodings: Members = {
  toJson: (value) => JSON.stringify(value ?? null),
  parseJson,
  urlEncode: (text: string) => encodeURIComponent(text).replaceAll('%20', '+'),
  urlDecode: (text: string) => decodeURIComponent(text.replaceAll('+', ' ')),
  base64Encode: (text: string) => Buffer.from(text).toString('base64'),
  base64Decode: (text: string) => Buffer.from(text, 'base64').toString('utf8'),
  escapeJavaScript: (text: string) => JSON.stringify(text).slice(1, -1).replaceAll("'", "\\'"),
};
