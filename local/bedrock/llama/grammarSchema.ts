/** Bounds where a schema has none, so that a small model cannot fill its whole answer with one field. */
const LONGEST_TEXT = 400;
const LONGEST_LIST = 5;

type Schema = Record<string, unknown>;

/**
 * A tool's input schema as the engine's grammar takes it: whole numbers within bounds become a choice, texts
 * and lists get an end. `listsOf` names lists whose length is known (one entry of scores for each draft).
 */
export function grammarSchema(schema: Schema, listsOf: Readonly<Record<string, number>> = {}): Schema {
  const { type } = schema;
  if (type === 'object') {
    const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
    return {
      type,
      properties: Object.fromEntries(
        properties.map(([name, value]) => [name, withLength(grammarSchema(value, listsOf), listsOf[name])]),
      ),
    };
  }
  if (type === 'array') {
    return { type, items: grammarSchema(schema.items as Schema, listsOf), maxItems: LONGEST_LIST };
  }
  if (type === 'integer' && typeof schema.minimum === 'number' && typeof schema.maximum === 'number') {
    const { minimum, maximum } = schema as { minimum: number; maximum: number };
    return { enum: Array.from({ length: maximum - minimum + 1 }, (_, index) => minimum + index) };
  }
  if (type === 'string') return { type, maxLength: LONGEST_TEXT };
  return { type };
}

const withLength = (schema: Schema, length: number | undefined): Schema =>
  length === undefined ? schema : { ...schema, minItems: length, maxItems: length };
