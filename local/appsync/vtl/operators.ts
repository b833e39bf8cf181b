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

const number = (value: unknown, operator: string): number => {
  if (typeof value === 'number') return value;
  throw new ResolverError(`${operator} needs numbers, not ${JSON.stringify(value)}`, 'MappingTemplate');
};

const ARITHMETIC: { readonly [operator: string]: (one: number, other: number) => number | boolean } = {
  '-': (one, other) => one - other,
  '*': (one, other) => one * other,
  // Whole numbers divide to whole numbers, as in Java.
  '/': (one, other) =>
    Number.isInteger(one) && Number.isInteger(other) ? Math.trunc(one / other) : one / other,
  '%': (one, other) => one % other,
};

const COMPARISONS: { readonly [operator: string]: (one: never, other: never) => boolean } = {
  '<': (one, other) => one < other,
  '<=': (one, other) => one <= other,
  '>': (one, other) => one > other,
  '>=': (one, other) => one >= other,
};

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
      return -number(one(), '-');
    case '+': {
      const [a, b] = [one(), other()];
      return typeof a === 'string' || typeof b === 'string' ? `${a}${b}` : number(a, '+') + number(b, '+');
    }
  }
  const compare = COMPARISONS[operator];
  if (compare) {
    const [a, b] = [one(), other()];
    if (typeof a !== typeof b || (typeof a !== 'number' && typeof a !== 'string')) {
      throw new ResolverError(
        `${operator} cannot compare ${JSON.stringify(a)} with ${JSON.stringify(b)}`,
        'MappingTemplate',
      );
    }
    return compare(a as never, b as never);
  }
  const arithmetic = ARITHMETIC[operator];
  if (!arithmetic) throw new UnsupportedFeatureError(`The operator ${operator} in a template`);
  return arithmetic(number(one(), operator), number(other(), operator));
}
