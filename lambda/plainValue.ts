/** A value as a stream of DynamoDB tells it: one type, and what it holds. */
export type AttributeValue = Readonly<Record<string, unknown>>;
export type Image = Readonly<Record<string, AttributeValue>>;

/** A type that no field of a post-mortem has. */
export class UnknownAttributeError extends Error {
  override name = 'UnknownAttributeError';
  constructor(readonly types: readonly string[]) {
    super(`A stream told of a value of type ${types.join(', ')}, which no field of a post-mortem has.`);
  }
}

/** The value as JSON has it. @throws UnknownAttributeError */
export function plainValue(attribute: AttributeValue): unknown {
  const [[type, value] = []] = Object.entries(attribute);
  switch (type) {
    case 'S':
    case 'BOOL':
      return value;
    case 'N':
      return Number(value);
    case 'NULL':
      return null;
    case 'L':
      return (value as AttributeValue[]).map(plainValue);
    case 'M':
      return plainItem(value as Image);
    default:
      throw new UnknownAttributeError(Object.keys(attribute));
  }
}

/** A whole item as JSON has it. */
export const plainItem = (image: Image): Record<string, unknown> =>
  Object.fromEntries(Object.entries(image).map(([name, attribute]) => [name, plainValue(attribute)]));

/** A value as DynamoDB stores it. What is undefined is left out, of lists and of objects. */
export function attributeOf(value: unknown): AttributeValue {
  if (value === null || value === undefined) return { NULL: true };
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (Array.isArray(value)) return { L: value.filter((one) => one !== undefined).map(attributeOf) };
  return { M: itemOf(value as object) };
}

/** An object as DynamoDB stores it. */
export const itemOf = (fields: object): Image =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, attributeOf(value)]),
  );
