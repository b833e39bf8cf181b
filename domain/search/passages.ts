import type { AuthoredContent } from '../postMortem/fields';
import { type Column, FIELDS, type FieldId } from '../postMortem/fields';

/** A stretch of a document that is found as one: a field, or a row of one. */
export interface Passage {
  field: FieldId;
  /** What its author knows the field by. */
  label: string;
  text: string;
}

/** Cells that say when, or where a line came from as a machine names it: nobody looks for those by words. */
const NOT_TOLD = new Set(['at', 'moment', 'zone', 'ticketState']);

/** What a document is called by, beside its title: its service and its tags. */
export const NAMING_FIELDS = ['title', 'service', 'tags'] as const satisfies readonly FieldId[];

/**
 * All of a document that is searched, by the table of fields: title and facts first, then the sections, then rows.
 * What is about the page and not about the incident is left out.
 */
export function passagesOf(content: Partial<AuthoredContent>): Passage[] {
  return FIELDS.filter(({ exported }) => exported !== 'not').flatMap((field): Passage[] => {
    const { id, label } = field;
    const passage = (text: string): Passage[] => (text.trim() === '' ? [] : [{ field: id, label, text }]);
    switch (field.kind) {
      case 'line':
      case 'prose':
        return passage(content[field.id] ?? '');
      case 'labels':
        return passage((content[field.id] ?? []).join(' '));
      case 'rows': {
        const told = Object.entries<Column>(field.columns)
          .filter(([column, { kind }]) => kind === 'line' && !NOT_TOLD.has(column))
          .map(([column]) => column);
        const rows = (content[field.id] ?? []) as readonly Readonly<Record<string, unknown>>[];
        return rows.flatMap((row) => passage(told.map((column) => String(row[column] ?? '')).join(' ')));
      }
      default:
        return [];
    }
  });
}
