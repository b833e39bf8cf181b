import { emptyPostMortem } from '../../domain/postMortem';
import { FIELDS } from '../../domain/postMortem/fields';
import type { DocumentContent } from './types';

const { editors: _, ...EMPTY } = emptyPostMortem('');

/** What a document without any text is. */
export const emptyContent = (): DocumentContent => structuredClone(EMPTY);

/** The part of a stored post-mortem that authors write. */
export const contentOf = (document: DocumentContent): DocumentContent =>
  Object.fromEntries(FIELDS.map(({ id }) => [id, document[id]])) as unknown as DocumentContent;
