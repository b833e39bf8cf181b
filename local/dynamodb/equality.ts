import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';

const require = createRequire(import.meta.url);
const PATH = 'dynalite/db';
const ORIGINAL = 'function valsEqual (val1, val2) {';

/** What stands behind the type of an attribute: a text, a flag, a set as texts, a list or a map of attributes. */
type Held = string | boolean | readonly Held[] | { readonly [name: string]: Held };

/** Whether two attributes of one type hold the same, as DynamoDB compares them: sets in any order, lists in theirs. */
export function equalValues(one: Held, other: Held): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    if (one.length !== other.length) return false;
    const isSet = one.every((each) => typeof each === 'string');
    return one.every((each, index) => (isSet ? other.includes(each) : equalValues(each, other[index])));
  }
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  const [names, others] = [Object.entries(one), Object.entries(other)];
  return (
    names.length === others.length &&
    names.every(
      ([name, each]) =>
        Object.hasOwn(other, name) && equalValues(each, (other as Record<string, Held>)[name] as Held),
    )
  );
}

/** What dynalite offers that compares, or calls what does. None of it keeps anything. */
const COMPARING = [
  'compare',
  'matchesFilter',
  'matchesExprFilter',
  'checkConditional',
  'queryTable',
] as const;
type Comparing = Record<(typeof COMPARING)[number], unknown>;

/**
 * Makes dynalite compare lists and maps by what they hold. As it is, it compares objects by identity, so that a
 * condition on a list or a map never holds.
 */
export function compareDeeply(): void {
  const file = require.resolve(PATH);
  const source = readFileSync(file, 'utf8');
  if (source.split(ORIGINAL).length !== 2)
    throw new Error(
      `${PATH} does not hold "${ORIGINAL}" once. The version of dynalite is pinned; look at it again.`,
    );
  const patched = source.replace(ORIGINAL, () => `${ORIGINAL} return equalValues(val1, val2);`);
  const module = { exports: {} as Partial<Comparing> };
  compileFunction(patched, ['exports', 'require', 'module', 'equalValues'], { filename: file })(
    ...[module.exports, createRequire(file), module, equalValues],
  );
  const original = require(PATH) as Comparing;
  for (const name of COMPARING) {
    if (!module.exports[name]) throw new Error(`${PATH} has no ${name} any more; look at it again.`);
    original[name] = module.exports[name];
  }
}
