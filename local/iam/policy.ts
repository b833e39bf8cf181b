import { UnsupportedPolicyError } from './errors';

/** One statement of an identity-based policy. */
export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Condition?: unknown;
}

export type Decision = 'allowed' | 'implicitly-denied' | 'explicitly-denied';

const listOf = (value: string | readonly string[]): readonly string[] =>
  typeof value === 'string' ? [value] : value;

/** IAM's wildcards: `*` is any text, `?` any one character. */
function matches(pattern: string, value: string): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(value);
}

function coversAction({ Action, NotAction }: Statement, action: string): boolean {
  // Action names are compared without regard to case, resources are not.
  const some = (patterns: string | readonly string[]) =>
    listOf(patterns).some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase()));
  if (Action !== undefined) return some(Action);
  return NotAction !== undefined && !some(NotAction);
}

function coversResource(statement: Statement, resourceArn: string): boolean {
  const { Resource, NotResource } = statement;
  const patterns = listOf(Resource ?? NotResource ?? []);
  if (patterns.some((pattern) => pattern.includes('${'))) {
    throw new UnsupportedPolicyError('policy variables', statement);
  }
  const some = patterns.some((pattern) => matches(pattern, resourceArn));
  return Resource !== undefined ? some : NotResource !== undefined && !some;
}

/** What a request says of itself that conditions may ask for, by condition key. */
export type ConditionContext = { readonly [key: string]: string | undefined };

/** IAM's operators that Amplify's own policies use, by name. */
const OPERATORS: { readonly [name: string]: (expected: string, value: string) => boolean } = {
  StringEquals: (expected, value) => expected === value,
  StringLike: matches,
};

/**
 * Whether all conditions of a statement hold. A key that the request does not have fits none.
 * @throws UnsupportedPolicyError for operators and keys that nothing here knows
 */
function holds(statement: Statement, context: ConditionContext): boolean {
  if (statement.Condition === undefined) return true;
  return Object.entries(statement.Condition as Record<string, Record<string, string | string[]>>).every(
    ([operator, keys]) => {
      const test = OPERATORS[operator];
      return Object.entries(keys).every(([key, expected]) => {
        if (!test || !(key in context))
          throw new UnsupportedPolicyError(`Condition ${operator} ${key}`, statement);
        const value = context[key];
        return value !== undefined && listOf(expected).some((pattern) => test(pattern, value));
      });
    },
  );
}

/**
 * Decides what IAM decides: an explicit Deny wins, then an Allow, otherwise no.
 * @throws UnsupportedPolicyError when a statement that covers the request has a variable, or a condition on
 * what `context` does not tell
 */
export function evaluatePolicy(
  statements: readonly Statement[],
  action: string,
  resourceArn: string,
  context: ConditionContext = {},
): Decision {
  const covering = statements.filter(
    (statement) =>
      coversAction(statement, action) && coversResource(statement, resourceArn) && holds(statement, context),
  );
  if (covering.some(({ Effect }) => Effect === 'Deny')) return 'explicitly-denied';
  return covering.some(({ Effect }) => Effect === 'Allow') ? 'allowed' : 'implicitly-denied';
}
