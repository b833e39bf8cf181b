import type { Shape } from '../shape';
import type { AuthoredField, Column } from './fields';

const CELLS = { line: 'String', date: 'String', tick: 'Boolean', choice: 'String' } as const;

function typeOf(field: AuthoredField): Shape[string] {
  switch (field.kind) {
    case 'moment':
      return 'AWSDateTime';
    case 'labels':
      return ['String'];
    case 'rows':
      return [
        Object.fromEntries(Object.entries<Column>(field.columns).map(([id, { kind }]) => [id, CELLS[kind]])),
      ];
    default:
      return 'String';
  }
}

/** What the record holds of these fields. A choice is an enum, which answers with its id. */
export const shapeOf = (fields: readonly AuthoredField[]): Shape =>
  Object.fromEntries(fields.map((field) => [field.id, typeOf(field)]));
