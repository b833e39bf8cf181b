import { type AuthoredContent, fieldsOf } from '../postMortem/fields';
import type { CheckedDocument } from './hint';

/** A document in the form that the check reads. */
export const checkedDocument = (document: AuthoredContent): CheckedDocument => ({
  ...document,
  sections: Object.fromEntries(fieldsOf('prose').map(({ id }) => [id, document[id]])),
});
