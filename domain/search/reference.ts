import type { Stored } from '../postMortem/stored';

/**
 * How the index names a document: when its incident was, so that references stand in the order of their incidents,
 * and its id. Some thirty letters, as a word of a large library holds thousands of them.
 */
export interface Reference {
  id: string;
  /** Minutes since 1970. */
  minute: number;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const DIGITS = 6;
const LAST_MINUTE = 36 ** DIGITS - 1;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Before an id that is no UUID, and so is written as it is. */
const AS_IT_IS = '~';

/** The reference of a document. @param at ISO 8601: when its incident began, or when it was written down */
export function referenceOf(id: string, at: string): string {
  const minute = Math.floor(Date.parse(at) / 60_000);
  const known = Number.isFinite(minute) ? Math.min(LAST_MINUTE, Math.max(0, minute)) : 0;
  return known.toString(36).padStart(DIGITS, '0') + (UUID.test(id) ? packed(id) : AS_IT_IS + id);
}

/** The reference of a stored document. */
export function referenceIn({ id, startedAt, createdAt }: Stored): string {
  const isMoment = typeof startedAt === 'string' && !Number.isNaN(Date.parse(startedAt));
  return referenceOf(String(id), String(isMoment ? startedAt : createdAt));
}

/** The reference of a document by when it was last changed, for the one entry that puts a search in that order. */
export const referenceByChange = ({ id, updatedAt, createdAt }: Stored): string =>
  referenceOf(String(id), String(updatedAt ?? createdAt));

/** The document of a reference, whatever moment stands before it. */
export const documentOf = (reference: string): string => reference.slice(DIGITS);

/** What a reference says. */
export function readReference(reference: string): Reference {
  const id = reference.slice(DIGITS);
  const minute = Number.parseInt(reference.slice(0, DIGITS), 36);
  return { minute, id: id.startsWith(AS_IT_IS) ? id.slice(1) : unpacked(id) };
}

/** When the incident of a reference was, in milliseconds since 1970. Of thousands, the ids are not read. */
export const momentOf = (reference: string): number =>
  Number.parseInt(reference.slice(0, DIGITS), 36) * 60_000;

/** Whether two references are of one document, whenever its incident was said to be. */
export const isSameDocument = (one: string, other: string): boolean => documentOf(one) === documentOf(other);

/** 32 hexadecimal digits as 22 letters. */
function packed(uuid: string): string {
  let bits = BigInt(`0x${uuid.replaceAll('-', '')}`);
  let text = '';
  for (let letter = 0; letter < 22; letter += 1, bits >>= 6n) text = ALPHABET[Number(bits & 63n)] + text;
  return text;
}

function unpacked(text: string): string {
  let bits = 0n;
  for (const letter of text) bits = (bits << 6n) | BigInt(ALPHABET.indexOf(letter));
  const hex = bits.toString(16).padStart(32, '0');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
