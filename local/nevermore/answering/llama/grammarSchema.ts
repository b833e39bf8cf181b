/** Bounds where a schema has none: all fields full of nothing still fit into the judge's 1,800 tokens. */
const LONGEST_TEXT = 240;
const LONGEST_LIST = 3;

type Schema = Record<string, unknown>;

/**
 * A tool's input schema as the engine's grammar takes it: whole numbers within bounds become a choice, texts
 * and lists get an end. `oneForEach` names lists that hold one entry for each number of a field: a small
 * model scores draft 1 twice when it may (five of five did), so the grammar writes the numbers itself.
 */
export function grammarSchema(schema: Schema, oneForEach: Readonly<Record<string, string>> = {}): Schema {
  const { type } = schema;
  if (type === 'object') {
    const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
    return {
      type,
      properties: Object.fromEntries(
        properties.map(([name, value]) => [
          name,
          entriesByNumber(grammarSchema(value, oneForEach), oneForEach[name]),
        ]),
      ),
    };
  }
  if (type === 'array') {
    return { type, items: grammarSchema(schema.items as Schema, oneForEach), maxItems: LONGEST_LIST };
  }
  if (type === 'integer' && typeof schema.minimum === 'number' && typeof schema.maximum === 'number') {
    const { minimum, maximum } = schema as { minimum: number; maximum: number };
    return { enum: Array.from({ length: maximum - minimum + 1 }, (_, index) => minimum + index) };
  }
  if (type === 'string') return { type, maxLength: LONGEST_TEXT };
  return { type };
}

function entriesByNumber(schema: Schema, field: string | undefined): Schema {
  if (field === undefined) return schema;
  const entry = schema.items as { properties: Record<string, Schema> };
  const numbers = entry.properties[field]?.enum as number[];
  const prefixItems = numbers.map((number) => ({
    type: 'object',
    properties: { ...entry.properties, [field]: { const: number } },
  }));
  return { type: 'array', prefixItems, minItems: numbers.length, maxItems: numbers.length };
}
