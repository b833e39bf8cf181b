import { UnsupportedFeatureError } from '../errors';

/** A map of a template. */
export type VtlMap = Record<string, unknown>;

// biome-ignore lint/suspicious/noExplicitAny: the receiver's kind is decided before the method is looked up.
type Method = (receiver: any, ...args: any[]) => unknown;

type Methods = { readonly [name: string]: Method };

export const isMap = (value: unknown): value is VtlMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Compares as Java's `equals` does for the values that JSON can hold. */
export function equals(one: unknown, other: unknown): boolean {
  if (one === other || (one ?? null) === (other ?? null)) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => equals(item, other[index]));
  }
  if (!isMap(one) || !isMap(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && equals(one[key], other[key]))
  );
}

/** What `java.util.Map` offers, on a plain object. `put` and `remove` return the value that was there. */
const MAP: Methods = {
  get: (map: VtlMap, key) => (Object.hasOwn(map, String(key)) ? map[String(key)] : null),
  put: (map: VtlMap, key, value) => {
    const before = Object.hasOwn(map, String(key)) ? map[String(key)] : null;
    map[String(key)] = value;
    return before;
  },
  putAll: (map: VtlMap, other: VtlMap | null) => {
    Object.assign(map, other);
    return null;
  },
  remove: (map: VtlMap, key) => {
    const before = Object.hasOwn(map, String(key)) ? map[String(key)] : null;
    delete map[String(key)];
    return before;
  },
  clear: (map: VtlMap) => {
    for (const key of Object.keys(map)) delete map[key];
    return null;
  },
  containsKey: (map: VtlMap, key) => Object.hasOwn(map, String(key)),
  containsValue: (map: VtlMap, value) => Object.values(map).some((item) => equals(item, value)),
  keySet: (map: VtlMap) => Object.keys(map),
  values: (map: VtlMap) => Object.values(map),
  entrySet: (map: VtlMap) => Object.entries(map).map(([key, value]) => ({ key, value })),
  size: (map: VtlMap) => Object.keys(map).length,
  isEmpty: (map: VtlMap) => Object.keys(map).length === 0,
  equals,
  getOrDefault: (map: VtlMap, key, otherwise) =>
    Object.hasOwn(map, String(key)) ? map[String(key)] : otherwise,
  /** Of an entry in an `entrySet`. */
  getKey: (map: VtlMap) => map.key,
  getValue: (map: VtlMap) => map.value,
};

/** What `java.util.List` offers, on an array. */
const LIST: Methods = {
  get: (list: unknown[], index: number) => list[index],
  set: (list: unknown[], index: number, value) => list.splice(index, 1, value)[0],
  add: (list: unknown[], ...args) => {
    if (args.length === 2) list.splice(args[0] as number, 0, args[1]);
    else list.push(args[0]);
    return true;
  },
  addAll: (list: unknown[], other: unknown[] | null) => list.push(...(other ?? [])) >= 0,
  remove: (list: unknown[], target) => {
    const index = typeof target === 'number' ? target : list.findIndex((item) => equals(item, target));
    return index < 0 ? false : list.splice(index, 1)[0];
  },
  removeAll: (list: unknown[], other: unknown[]) => {
    const kept = list.filter((item) => !other.some((candidate) => equals(item, candidate)));
    const changed = kept.length !== list.length;
    list.splice(0, list.length, ...kept);
    return changed;
  },
  clear: (list: unknown[]) => {
    list.length = 0;
    return null;
  },
  contains: (list: unknown[], value) => list.some((item) => equals(item, value)),
  containsAll: (list: unknown[], other: unknown[]) =>
    other.every((value) => list.some((item) => equals(item, value))),
  indexOf: (list: unknown[], value) => list.findIndex((item) => equals(item, value)),
  subList: (list: unknown[], from: number, to: number) => list.slice(from, to),
  size: (list: unknown[]) => list.length,
  isEmpty: (list: unknown[]) => list.length === 0,
  equals,
};

/** Java writes the groups of a replacement as `$1` like JavaScript, and a literal dollar as `\$`. */
const pattern = (source: unknown): RegExp => new RegExp(String(source), 'g');

const TEXT: Methods = {
  length: (text: string) => text.length,
  size: (text: string) => text.length,
  isEmpty: (text: string) => text.length === 0,
  equals: (text: string, other) => text === other,
  equalsIgnoreCase: (text: string, other) => text.toLowerCase() === String(other).toLowerCase(),
  contains: (text: string, part) => text.includes(String(part)),
  startsWith: (text: string, part) => text.startsWith(String(part)),
  endsWith: (text: string, part) => text.endsWith(String(part)),
  indexOf: (text: string, part) => text.indexOf(String(part)),
  lastIndexOf: (text: string, part) => text.lastIndexOf(String(part)),
  substring: (text: string, from: number, to?: number) => text.substring(from, to),
  split: (text: string, separator) => {
    const parts = text.split(new RegExp(String(separator)));
    // Java drops the empty parts at the end.
    while (parts.length > 1 && parts.at(-1) === '') parts.pop();
    return parts;
  },
  replace: (text: string, from, to) => text.replaceAll(String(from), () => String(to)),
  replaceAll: (text: string, from, to) => text.replace(pattern(from), String(to)),
  replaceFirst: (text: string, from, to) => text.replace(new RegExp(String(from)), String(to)),
  matches: (text: string, source) => new RegExp(`^(?:${source})$`).test(text),
  concat: (text: string, other) => `${text}${other}`,
  trim: (text: string) => text.trim(),
  toLowerCase: (text: string) => text.toLowerCase(),
  toUpperCase: (text: string) => text.toUpperCase(),
  toString: (text: string) => text,
};

const NUMBER: Methods = {
  equals: (number: number, other) => number === other,
  toString: (number: number) => String(number),
  intValue: (number: number) => Math.trunc(number),
  longValue: (number: number) => Math.trunc(number),
  doubleValue: (number: number) => number,
};

const BOOLEAN: Methods = {
  equals: (flag: boolean, other) => flag === other,
  toString: (flag: boolean) => String(flag),
};

const methodsOf = (value: unknown): Methods => {
  if (Array.isArray(value)) return LIST;
  if (typeof value === 'string') return TEXT;
  if (typeof value === 'number') return NUMBER;
  return typeof value === 'boolean' ? BOOLEAN : MAP;
};

const ALL: readonly Methods[] = [MAP, LIST, TEXT, NUMBER, BOOLEAN];

/**
 * Calls a Java method on a value of a template. A method that only another kind of value has gives null:
 * that is what Velocity does, and Amplify's own template for lists of owners counts on it.
 * @throws UnsupportedFeatureError by name for a method that is not known here at all
 */
export function callMethod(
  receiver: unknown,
  name: string,
  args: readonly unknown[],
  where: string,
): unknown {
  const method = own(methodsOf(receiver), name);
  if (method) return method(receiver, ...args);
  if (ALL.some((methods) => own(methods, name))) return null;
  throw new UnsupportedFeatureError(`The method ${name} of ${where} in a template`);
}

const own = (methods: Methods, name: string): Method | undefined =>
  Object.hasOwn(methods, name) ? methods[name] : undefined;
