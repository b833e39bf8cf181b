import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { toAttribute } from './attributeValues';
import { ExpressionTooLargeError, UnsupportedFeatureError } from './errors';

/** A condition or filter in DynamoDB's own language. */
export interface DynamoDbExpression {
  readonly expression: string;
  readonly expressionNames: { readonly [placeholder: string]: string };
  readonly expressionValues: { readonly [placeholder: string]: AttributeValue };
}

/** Part of an expression: text, or parts joined by a word. DynamoDB refuses redundant parentheses. */
type Part = string | { readonly joiner: 'AND' | 'OR' | 'NOT'; readonly parts: readonly Part[] };

type Filter = { readonly [fieldOrConnective: string]: unknown };

const COMPARATORS: { readonly [operator: string]: string } = {
  eq: '=',
  ne: '<>',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};

/** Amplify's names of attribute types, and DynamoDB's. */
const ATTRIBUTE_TYPES: { readonly [amplify: string]: string } = {
  binary: 'B',
  binarySet: 'BS',
  bool: 'BOOL',
  list: 'L',
  map: 'M',
  number: 'N',
  numberSet: 'NS',
  string: 'S',
  stringSet: 'SS',
  _null: 'NULL',
};

const text = (part: Part): string => {
  if (typeof part === 'string') return part;
  if (part.joiner === 'NOT') return part.parts.map((child) => `NOT (${text(child)})`).join(' AND ');
  return part.parts
    .map((child) => (typeof child === 'string' ? child : `(${text(child)})`))
    .join(` ${part.joiner} `);
};

const join = (joiner: 'AND' | 'OR', parts: readonly Part[]): Part[] => {
  if (parts.length === 0) return [];
  return parts.length === 1 ? [...parts] : [{ joiner, parts }];
};

/** What DynamoDB takes, in bytes; there is no use in building more. */
const MAX_EXPRESSION_BYTES = 4096;

const isNil = (value: unknown): boolean => value === null || value === undefined;

/**
 * Turns a filter such as `{ title: { beginsWith: "x" }, or: […] }` into an expression.
 * @throws UnsupportedFeatureError for an operator that it does not know
 * @throws ExpressionTooLargeError as soon as it is longer than DynamoDB takes
 */
export function toDynamoDbExpression(filter: Filter): DynamoDbExpression {
  const expressionNames: Record<string, string> = {};
  const expressionValues: Record<string, AttributeValue> = {};
  const named = (field: string): string => {
    const placeholder = `#${field.replace(/\W/g, '_')}`;
    expressionNames[placeholder] = field;
    return placeholder;
  };
  let count = 0;
  let bytes = 0;
  const valued = (field: string, operator: string, value: unknown): string => {
    const placeholder = `:${operator}_${count}_${field.replace(/\W/g, '_')}`;
    count += 1;
    expressionValues[placeholder] = toAttribute(value);
    return placeholder;
  };
  const counted = (condition: string): string => {
    bytes += condition.length;
    if (bytes > MAX_EXPRESSION_BYTES) throw new ExpressionTooLargeError(MAX_EXPRESSION_BYTES);
    return condition;
  };

  const compare = (field: string, subject: string, operator: string, value: unknown): string => {
    const list = Array.isArray(value) ? (value as unknown[]) : [];
    const comparator = COMPARATORS[operator];
    if (comparator) return `${subject} ${comparator} ${valued(field, operator, value)}`;
    switch (operator) {
      case 'between':
        return `${subject} BETWEEN ${valued(field, 'from', list[0])} AND ${valued(field, 'to', list[1])}`;
      case 'beginsWith':
        return `begins_with(${subject}, ${valued(field, operator, value)})`;
      case 'contains':
        return `contains(${subject}, ${valued(field, operator, value)})`;
      case 'notContains':
        return `NOT contains(${subject}, ${valued(field, operator, value)})`;
      case 'in':
        return `${subject} IN (${list.map((item) => counted(valued(field, operator, item))).join(', ')})`;
      case 'attributeExists':
        return `${value ? 'attribute_exists' : 'attribute_not_exists'}(${subject})`;
      case 'attributeType':
        return `attribute_type(${subject}, ${valued(field, operator, ATTRIBUTE_TYPES[String(value)] ?? value)})`;
      default:
        throw new UnsupportedFeatureError(`The filter operator ${operator} on ${field}`);
    }
  };

  const conditionsOf = (field: string, operators: object): Part[] =>
    Object.entries(operators).flatMap(([operator, value]) => {
      if (operator === 'size') {
        return Object.entries((value ?? {}) as object).map(([inner, size]) =>
          counted(compare(field, `size(${named(field)})`, inner, size)),
        );
      }
      if (value === undefined) return [];
      return [counted(compare(field, named(field), operator, value))];
    });

  const partsOf = (node: Filter): Part[] => {
    const parts = Object.entries(node).flatMap(([key, value]): Part[] => {
      if (isNil(value)) return [];
      if (key === 'and' || key === 'or') {
        const children = (Array.isArray(value) ? value : [value]) as Filter[];
        return join(key === 'and' ? 'AND' : 'OR', children.flatMap(partsOf));
      }
      if (key === 'not') {
        const negated = partsOf(value as Filter);
        return negated.length === 0 ? [] : [{ joiner: 'NOT', parts: negated }];
      }
      return conditionsOf(key, value as object);
    });
    return join('AND', parts);
  };

  return { expression: partsOf(filter).map(text).join(''), expressionNames, expressionValues };
}
