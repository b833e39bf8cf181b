import type { PostMortem } from '../../domain/postMortem';
import { type AuthoredContent, FIELDS } from '../../domain/postMortem/fields';
import { maskDocument } from '../../domain/publicVersion/masked';

/** What its author has written. */
export const contentOf = (document: PostMortem): AuthoredContent =>
  Object.fromEntries(FIELDS.map(({ id }) => [id, document[id]])) as unknown as AuthoredContent;

/** What its author has written, without keys, passwords and addresses. */
export const maskedContentOf = (document: PostMortem): AuthoredContent =>
  maskDocument(contentOf(document)).document;
