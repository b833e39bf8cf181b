import { UnsupportedFeatureError } from './errors';

/** AppSync's enhanced subscription filter: any group may hold, and in a group every filter must. */
export interface SubscriptionFilter {
  readonly filterGroup: readonly { readonly filters: readonly FieldFilter[] }[];
}

export interface FieldFilter {
  readonly fieldName: string;
  readonly operator: string;
  readonly value: unknown;
}

type Comparison = (actual: never, expected: never) => boolean;

const contains = (actual: unknown, expected: unknown): boolean =>
  (typeof actual === 'string' && actual.includes(String(expected))) ||
  (Array.isArray(actual) && actual.includes(expected));

const isNil = (value: unknown): boolean => value === null || value === undefined;

const OPERATORS: { readonly [operator: string]: Comparison } = {
  eq: (actual: unknown, expected: unknown) => actual === expected,
  ne: (actual: unknown, expected: unknown) => actual !== expected,
  lt: (actual: number, expected: number) => actual < expected,
  le: (actual: number, expected: number) => actual <= expected,
  gt: (actual: number, expected: number) => actual > expected,
  ge: (actual: number, expected: number) => actual >= expected,
  contains,
  notContains: (actual: unknown, expected: unknown) => !contains(actual, expected),
  containsAny: (actual: unknown, expected: unknown[]) => expected.some((item) => contains(actual, item)),
  beginsWith: (actual: string, expected: string) => String(actual).startsWith(expected),
  in: (actual: unknown, expected: unknown[]) => expected.includes(actual),
  notIn: (actual: unknown, expected: unknown[]) => !expected.includes(actual),
  between: (actual: number, [from, to]: [number, number]) => actual >= from && actual <= to,
};

const comparisonOf = (operator: string): Comparison => {
  const comparison = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
  if (!comparison) throw new UnsupportedFeatureError(`The subscription filter operator ${operator}`);
  return comparison;
};

/** A filter of so many conditions only wants to cost time. */
const MAX_CONDITIONS = 1000;

/** A filter with any nesting of `and` and `or` has at most this many alternatives after spreading it out. */
const MAX_ALTERNATIVES = 1000;

/**
 * Spreads a nested filter such as `{ and: [{ or: [a, b] }, c] }` out into groups: `a and c`, or `b and c`.
 * @throws UnsupportedFeatureError for an unknown operator, or a filter that grows out of hand
 */
export function toSubscriptionFilter(filter: object): SubscriptionFilter {
  if (isLonger(filter)) throw new UnsupportedFeatureError('A subscription filter with that many conditions');
  return { filterGroup: alternatives(filter).map((filters) => ({ filters })) };
}

function isLonger(filter: object): boolean {
  let conditions = 0;
  const open = [filter];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    for (const [key, value] of Object.entries(part) as [string, unknown][]) {
      if (key === 'and' || key === 'or') open.push(...(value as object[]));
      else conditions += isNil(value) ? 0 : Object.keys(value as object).length;
    }
    if (conditions > MAX_CONDITIONS) return true;
  }
  return false;
}

function alternatives(filter: object): FieldFilter[][] {
  return both(
    Object.entries(filter).map(([key, value]: [string, unknown]) => {
      if (isNil(value)) return [[]];
      if (key === 'and') return both((value as object[]).map(alternatives));
      if (key === 'or') return (value as object[]).flatMap(alternatives);
      const filters = Object.entries(value as object).map(([operator, expected]: [string, unknown]) => {
        comparisonOf(operator);
        return { fieldName: key, operator, value: expected };
      });
      return [filters];
    }),
  );
}

/** Every combination of one alternative from each. */
function both(choices: readonly FieldFilter[][][]): FieldFilter[][] {
  return choices.reduce<FieldFilter[][]>(
    (combined, choice) => {
      if (combined.length * choice.length > MAX_ALTERNATIVES) {
        throw new UnsupportedFeatureError('A subscription filter with that many alternatives');
      }
      return combined.flatMap((left) => choice.map((right) => [...left, ...right]));
    },
    [[]],
  );
}

/**
 * Checks a filter that a handler wrote itself.
 * @throws UnsupportedFeatureError for an unknown operator
 */
export function checkSubscriptionFilter({ filterGroup }: SubscriptionFilter): void {
  for (const { filters } of filterGroup) for (const { operator } of filters) comparisonOf(operator);
}

/** Whether a mutation's result passes. A field that the mutation did not select, or null, never passes. */
export function passesFilter(
  payload: Readonly<Record<string, unknown>>,
  filter: SubscriptionFilter,
): boolean {
  return filter.filterGroup.some(({ filters }) =>
    filters.every(({ fieldName, operator, value }) => {
      const actual = payload[fieldName];
      return !isNil(actual) && comparisonOf(operator)(actual as never, value as never);
    }),
  );
}
