import { FIELDS } from '../../../domain/postMortem/fields';
import type { DocumentContent } from '../../data/types';

/** Whether those who only read find a field on the page: what is empty is left out there, and facts have no place. */
export function isOnPage(where: string, content: DocumentContent): boolean {
  const field = FIELDS.find(({ id }) => id === where);
  if (field?.kind === 'prose') return content[field.id].trim() !== '';
  return field?.kind === 'rows' && content[field.id].length > 0;
}
