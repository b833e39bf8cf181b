import { type Masked, maskAll } from './mask';

/** Every text in a value of records and lists, in its order. */
export function textsWithin(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsWithin);
}

/** A value whose texts were masked, and what was found in them. */
interface MaskedValue<Value> extends Pick<Masked, 'found' | 'secret'> {
  value: Value;
}

/**
 * The same value with keys, passwords and addresses taken out of each of its texts: what one of them names as a
 * password is taken out of all.
 * @param beside more of the same document, which is looked through and not given back
 */
export function maskWithin<Value>(value: Value, beside?: unknown): MaskedValue<Value> {
  const { each, found, secret } = maskAll(textsWithin(value), textsWithin(beside));
  let next = 0;
  const rebuilt = (one: unknown): unknown => {
    if (typeof one === 'string') return each[next++]?.text;
    if (Array.isArray(one)) return one.map(rebuilt);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, part]) => [name, rebuilt(part)]));
  };
  return { value: rebuilt(value) as Value, found, secret };
}
