import { ResolverError, UnsupportedFeatureError } from '../errors';
import { equals, isMap } from './methods';
import type { Expression } from './syntax';

/** Velocity 1.x: everything but null and false is true, an empty text or list too. */
export const isTrue = (value: unknown): boolean => value !== null && value !== undefined && value !== false;

/** A value as text, as Java's `toString` writes it: `[a, b]` and `{key=value}`. */
export function toText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toText).join(', ')}]`;
  if (isMap(value)) {
    return `{${Object.entries(value)
      .map(([key, item]) => `${key}=${toText(item)}`)
      .join(', ')}}`;
  }
  return String(value);
}

const isNil = (value: unknown): value is null | undefined => value === null || value === undefined;

type Arithmetic = (one: number, other: number) => number;

const ARITHMETIC: { readonly [operator: string]: Arithmetic } = {
  '+': (one, other) => one + other,
  '-': (one, other) => one - other,
  '*': (one, other) => one * other,
  // Whole numbers divide to whole numbers, as in Java.
  '/': (one, other) =>
    Number.isInteger(one) && Number.isInteger(other) ? Math.trunc(one / other) : one / other,
  '%': (one, other) => one % other,
};

/** Velocity's arithmetic with nothing gives nothing; with anything but numbers it is a mistake. */
function compute(operator: string, arithmetic: Arithmetic, one: unknown, other: unknown): unknown {
  if (operator === '+' && (typeof one === 'string' || typeof other === 'string')) return `${one}${other}`;
  if (isNil(one) || isNil(other)) return null;
  if (typeof one === 'number' && typeof other === 'number') return arithmetic(one, other);
  const odd = JSON.stringify(typeof one === 'number' ? other : one);
  throw new ResolverError(`${operator} needs numbers, not ${odd}`, 'MappingTemplate');
}

const COMPARISONS: { readonly [operator: string]: (one: never, other: never) => boolean } = {
  '<': (one, other) => one < other,
  '<=': (one, other) => one <= other,
  '>': (one, other) => one > other,
  '>=': (one, other) => one >= other,
};

/** Nothing is neither less nor more than anything. */
function compare(
  operator: string,
  holds: (one: never, other: never) => boolean,
  one: unknown,
  other: unknown,
) {
  if (isNil(one) || isNil(other)) return false;
  if (typeof one === typeof other && (typeof one === 'number' || typeof one === 'string')) {
    return holds(one as never, other as never);
  }
  const both = `${JSON.stringify(one)} with ${JSON.stringify(other)}`;
  throw new ResolverError(`${operator} cannot compare ${both}`, 'MappingTemplate');
}

/** Applies an operator; `evaluate` is asked for operands only as far as the operator needs them. */
export function calculate(
  operator: string,
  [left, right]: readonly Expression[],
  evaluate: (operand: Expression) => unknown,
): unknown {
  const one = () => (left ? evaluate(left) : null);
  const other = () => (right ? evaluate(right) : null);
  switch (operator) {
    case 'parenthesis':
      return one();
    case 'not':
      return !isTrue(one());
    case '&&':
      return isTrue(one()) && isTrue(other());
    case '||':
      return isTrue(one()) || isTrue(other());
    case '==':
      return equals(one(), other());
    case '!=':
      return !equals(one(), other());
    case 'minus':
      return compute('-', (zero, value) => zero - value, 0, one());
  }
  const holds = COMPARISONS[operator];
  if (holds) return compare(operator, holds, one(), other());
  const arithmetic = ARITHMETIC[operator];
  if (!arithmetic) throw new UnsupportedFeatureError(`The operator ${operator} in a template`);
  return compute(operator, arithmetic, one(), other());
}
