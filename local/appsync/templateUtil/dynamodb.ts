import { toAttribute, toAttributes } from '../attributeValues';
import { toDynamoDbExpression } from '../filterExpression';
import type { Members } from '../namespace';
import { toSubscriptionFilter } from '../subscriptionFilter';

const json =
  (convert: (value: never) => unknown) =>
  (value: unknown): string =>
    JSON.stringify(convert(value as never));

const toStringSet = (values: unknown[]) => ({ SS: values.map(String) });
const toNumberSet = (values: unknown[]) => ({ NS: values.map(String) });

/** `$util.dynamodb` */
export const dynamodb: Members = {
  toDynamoDB: toAttribute,
  toDynamoDBJson: json(toAttribute),
  toMapValues: toAttributes,
  toMapValuesJson: json(toAttributes),
  toString: toAttribute,
  toStringJson: json(toAttribute),
  toNumber: toAttribute,
  toNumberJson: json(toAttribute),
  toBoolean: toAttribute,
  toBooleanJson: json(toAttribute),
  toList: toAttribute,
  toListJson: json(toAttribute),
  toMap: toAttribute,
  toMapJson: json(toAttribute),
  toNull: () => ({ NULL: true }),
  toNullJson: () => JSON.stringify({ NULL: true }),
  toStringSet,
  toStringSetJson: json(toStringSet),
  toNumberSet,
  toNumberSetJson: json(toNumberSet),
};

/** `$util.transform`; expressions come as JSON text, subscription filters as a map, as AppSync has it. */
export const transform: Members = {
  toDynamoDBFilterExpression: json(toDynamoDbExpression),
  toDynamoDBConditionExpression: json(toDynamoDbExpression),
  toSubscriptionFilter,
};
