/** What stands in one place of a record, by its GraphQL type. */
type Scalar = 'ID' | 'String' | 'Int' | 'Float' | 'Boolean' | 'AWSDateTime';
type Type = Scalar | Shape | readonly [Scalar | Shape];

/** What a stored record holds: its fields by their GraphQL types, a list in brackets. */
export interface Shape {
  readonly [field: string]: Type;
}

/** What a shape is in TypeScript, with everything there. */
export type Shaped<T> = T extends 'Int' | 'Float'
  ? number
  : T extends 'Boolean'
    ? boolean
    : T extends string
      ? string
      : T extends readonly [infer Each]
        ? Shaped<Each>[]
        : { -readonly [Field in keyof T]: Shaped<T[Field]> };

const isList = (type: Type): type is readonly [Scalar | Shape] => Array.isArray(type);

/** What a record holds of a shape, in its order; what is missing is null, as in an answer of GraphQL. */
export const shaped = (shape: Shape, record: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(shape).map(([field, type]) => {
      const each = isList(type) ? type[0] : type;
      const value = record[field] ?? null;
      if (typeof each === 'string' || value === null) return [field, value];
      const within = (one: unknown) => shaped(each, one as Record<string, unknown>);
      return [field, isList(type) ? (value as unknown[]).map(within) : within(value)];
    }),
  );

/** GraphQL's selection of all of a shape. */
export const selectionOf = (shape: Shape): string =>
  Object.entries(shape)
    .map(([field, type]) => {
      const each = isList(type) ? type[0] : type;
      return typeof each === 'string' ? field : `${field} { ${selectionOf(each)} }`;
    })
    .join(' ');
