import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { UnsupportedFeatureError } from './errors';

/** A JSON value as the DynamoDB attribute that `$util.dynamodb.toDynamoDB` makes of it. */
export function toAttribute(value: unknown): AttributeValue {
  if (value === null || value === undefined) return { NULL: true };
  switch (typeof value) {
    case 'string':
      return { S: value };
    case 'boolean':
      return { BOOL: value };
    case 'number':
    case 'bigint':
      return { N: String(value) };
    case 'object':
      return Array.isArray(value) ? { L: value.map(toAttribute) } : { M: toAttributes(value) };
    default:
      throw new UnsupportedFeatureError(`A DynamoDB attribute from a ${typeof value}`);
  }
}

/** Every entry of a map as a DynamoDB attribute. */
export const toAttributes = (map: object): Record<string, AttributeValue> =>
  Object.fromEntries(Object.entries(map).map(([name, value]) => [name, toAttribute(value)]));

/** A stored attribute as the JSON value that resolvers see; sets become lists, binary becomes base64. */
export function fromAttribute(attribute: AttributeValue): unknown {
  if (attribute.S !== undefined) return attribute.S;
  if (attribute.N !== undefined) return Number(attribute.N);
  if (attribute.BOOL !== undefined) return attribute.BOOL;
  if (attribute.NULL !== undefined) return null;
  if (attribute.L !== undefined) return attribute.L.map(fromAttribute);
  if (attribute.M !== undefined) return fromItem(attribute.M);
  if (attribute.SS !== undefined) return attribute.SS;
  if (attribute.NS !== undefined) return attribute.NS.map(Number);
  if (attribute.B !== undefined) return Buffer.from(attribute.B).toString('base64');
  if (attribute.BS !== undefined) return attribute.BS.map((item) => Buffer.from(item).toString('base64'));
  throw new UnsupportedFeatureError(`The DynamoDB attribute ${JSON.stringify(attribute)}`);
}

/** A stored item as a map of JSON values. */
export const fromItem = (item: Record<string, AttributeValue>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, fromAttribute(value)]));
