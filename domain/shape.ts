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

/** GraphQL's selection of all of a shape. */
export const selectionOf = (shape: Shape): string =>
  Object.entries(shape)
    .map(([field, type]) => {
      const each = isList(type) ? type[0] : type;
      return typeof each === 'string' ? field : `${field} { ${selectionOf(each)} }`;
    })
    .join(' ');
