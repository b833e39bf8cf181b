import { ValidationError } from './errors';
import type { Metadata } from './vectorSet';

/** Whether a vector's metadata fits. */
export type Filter = (metadata: Metadata) => boolean;

type Primitive = string | number | boolean;

/** A filter nested deeper than this is refused: it is no filter that a person or a program means. */
const DEEPEST = 64;

const FIELD = '/filter';

/**
 * Reads a filter of QueryVectors.
 * @param notFilterable names of metadata that the index keeps without making it filterable
 * @throws ValidationError for an unknown operator, a wrong operand, and metadata that cannot be filtered by
 */
export function readFilter(given: unknown, notFilterable: ReadonlySet<string>): Filter {
  return read(given, notFilterable, 1);
}

function read(given: unknown, notFilterable: ReadonlySet<string>, depth: number): Filter {
  if (depth > DEEPEST) throw invalid(`it is nested more than ${DEEPEST} times`);
  if (!isRecord(given)) throw invalid('a filter must be an object');
  const entries = Object.entries(given);
  const [entry] = entries;
  if (entry === undefined) throw invalid('an object in it is empty');
  if (entries.length > 1)
    throw invalid(
      `one object names ${entries.map(([name]) => `"${name}"`).join(', ')}; put each into an object of its own, in a list for $and`,
    );
  const [name, operand] = entry;
  if (name === '$and' || name === '$or') {
    if (!Array.isArray(operand) || operand.length === 0) throw invalid(`${name} takes a list of filters`);
    const parts = operand.map((part) => read(part, notFilterable, depth + 1));
    return name === '$and'
      ? (metadata) => parts.every((part) => part(metadata))
      : (metadata) => parts.some((part) => part(metadata));
  }
  if (name.startsWith('$')) throw invalid(`there is no operator ${name} for whole filters`);
  if (notFilterable.has(name)) throw invalid(`"${name}" is metadata that cannot be filtered by`);
  const conditions = conditionsOn(name, operand);
  return (metadata) => {
    const value = Object.hasOwn(metadata, name) ? metadata[name] : undefined;
    return conditions.every((condition) => condition(value));
  };
}

type Condition = (value: unknown) => boolean;

function conditionsOn(name: string, operand: unknown): Condition[] {
  if (!isRecord(operand)) return [equals(primitive(operand, `"${name}"`))];
  const entries = Object.entries(operand);
  if (entries.length === 0) throw invalid(`"${name}" has no operator`);
  return entries.map(([operator, value]) => {
    const condition = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
    if (!condition) throw invalid(`there is no operator ${operator}`);
    return condition(value, operator);
  });
}

/** Of a list, one element that is equal is enough. */
const equals =
  (wanted: Primitive): Condition =>
  (value) =>
    Array.isArray(value) ? value.includes(wanted) : value === wanted;

const not =
  (condition: Condition): Condition =>
  (value) =>
    !condition(value);

const anyOf = (operand: unknown, operator: string): Condition => {
  if (!Array.isArray(operand) || operand.length === 0) throw invalid(`${operator} takes a list of values`);
  const all = operand.map((one) => equals(primitive(one, operator)));
  return (value) => all.some((condition) => condition(value));
};

const compared =
  (holds: (value: number, bound: number) => boolean) =>
  (operand: unknown, operator: string): Condition => {
    if (typeof operand !== 'number') throw invalid(`${operator} takes a number`);
    return (value) => typeof value === 'number' && holds(value, operand);
  };

const OPERATORS: { readonly [name: string]: (operand: unknown, operator: string) => Condition } = {
  $eq: (operand, operator) => equals(primitive(operand, operator)),
  $ne: (operand, operator) => not(equals(primitive(operand, operator))),
  $gt: compared((value, bound) => value > bound),
  $gte: compared((value, bound) => value >= bound),
  $lt: compared((value, bound) => value < bound),
  $lte: compared((value, bound) => value <= bound),
  $in: anyOf,
  $nin: (operand, operator) => not(anyOf(operand, operator)),
  $exists: (operand, operator) => {
    if (typeof operand !== 'boolean') throw invalid(`${operator} takes true or false`);
    return (value) => (value !== undefined) === operand;
  },
};

function primitive(value: unknown, of: string): Primitive {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw invalid(`${of} takes a text, a number, true or false`);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const invalid = (what: string) => new ValidationError(`Invalid query filter: ${what}`, FIELD);
