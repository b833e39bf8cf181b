import { ValidationError } from './errors';
import type { IndexDefinition, NewVector } from './indexFile';
import { type Body, constraint, isRecord } from './request';
import { type Metadata, normOf } from './vectorSet';

/** The service's own limits. */
const MOST_PUT = 500;
const LONGEST_KEY = 1_024;
const MOST_METADATA_KEYS = 50;
const MOST_METADATA_BYTES = 40 * 1024;
const MOST_FILTERABLE_BYTES = 2 * 1024;

/** A vector as a request has it, before anybody looks which index it is for. */
export interface GivenVector {
  readonly key: string;
  readonly values: readonly unknown[];
  readonly metadata: Metadata | undefined;
}

/** The vectors of PutVectors. @throws ValidationError */
export function vectorsIn(body: Body): GivenVector[] {
  return body.list('vectors', MOST_PUT).map((given, at) => {
    const path = `vectors/${at}`;
    if (!isRecord(given)) throw constraint(path, 'must be an object');
    if (given.metadata !== undefined && given.metadata !== null && !isRecord(given.metadata))
      throw constraint(`${path}/metadata`, 'must be an object');
    return {
      key: keyIn(given.key, `${path}/key`),
      values: float32In(given.data, `${path}/data`),
      metadata: (given.metadata ?? undefined) as Metadata | undefined,
    };
  });
}

/** The keys of GetVectors and DeleteVectors. @throws ValidationError */
export const keysIn = (body: Body, most: number): string[] =>
  body.list('keys', most).map((key, at) => keyIn(key, `keys/${at}`));

/** The values of a `VectorData`. @throws ValidationError */
export function float32In(data: unknown, path: string): readonly unknown[] {
  const values = isRecord(data) ? data.float32 : undefined;
  if (!Array.isArray(values)) throw constraint(`${path}/float32`, 'must be a list of numbers');
  return values;
}

function keyIn(key: unknown, path: string): string {
  if (typeof key !== 'string') throw constraint(path, 'must not be null');
  if (key === '' || [...key].length > LONGEST_KEY)
    throw constraint(path, `must have length between 1 and ${LONGEST_KEY}, inclusive`);
  // Half a pair is no UTF-8, and a page that ends at it could not say where it ended.
  if (/\p{Surrogate}/u.test(key)) throw constraint(path, 'must be UTF-8');
  return key;
}

/** @throws ValidationError naming the key of a vector that the index cannot hold */
export function fitting(given: GivenVector, definition: IndexDefinition): NewVector {
  const { key, metadata } = given;
  const refuse = (what: string) =>
    new ValidationError(`Invalid record for key '${key}': ${what}`, '/vectors');
  const values = valuesFor(given.values, definition, refuse);
  if (metadata) checkMetadata(metadata, definition, refuse);
  return { key, values, metadata };
}

/** The values of a query, as the index compares them. @throws ValidationError */
export const queryFor = (given: readonly unknown[], definition: IndexDefinition): Float32Array =>
  valuesFor(
    given,
    definition,
    (what) =>
      new ValidationError(
        `Query vector contains invalid values or is invalid for this index: ${what}`,
        '/queryVector',
      ),
  );

type Refuse = (what: string) => ValidationError;

function valuesFor(
  given: readonly unknown[],
  { dimension, metric }: IndexDefinition,
  refuse: Refuse,
): Float32Array {
  if (given.length !== dimension)
    throw refuse(`vector must have length ${dimension}, but has length ${given.length}`);
  if (!given.every((value) => typeof value === 'number'))
    throw refuse('vector must hold finite numbers only');
  const values = Float32Array.from(given as readonly number[]);
  // What no 32 bits can hold has become infinite.
  if (!values.every(Number.isFinite)) throw refuse('vector must hold finite 32-bit numbers only');
  if (metric === 'cosine' && normOf(values) === 0)
    throw refuse('cosine distance does not support vectors with zero norm');
  return values;
}

function checkMetadata(metadata: Metadata, { notFilterable }: IndexDefinition, refuse: Refuse): void {
  const entries = Object.entries(metadata);
  if (entries.length > MOST_METADATA_KEYS)
    throw refuse(`Metadata must have at most ${MOST_METADATA_KEYS} keys, but has ${entries.length}`);
  const filterable = entries.filter(([name]) => !notFilterable.includes(name));
  for (const [name, value] of entries)
    if (value === null) throw refuse(`Metadata "${name}" must not be null`);
  for (const [name, value] of filterable)
    if (!isFilterable(value))
      throw refuse(`Filterable metadata "${name}" must be a string, a number, a boolean, or a list of them`);
  const tooLarge = (what: string, most: number, bytes: number) =>
    refuse(`${what} must have at most ${most} bytes, but has ${bytes}`);
  const filterableBytes = bytesOf(Object.fromEntries(filterable));
  if (filterableBytes > MOST_FILTERABLE_BYTES)
    throw tooLarge('Filterable metadata', MOST_FILTERABLE_BYTES, filterableBytes);
  const bytes = bytesOf(metadata);
  if (bytes > MOST_METADATA_BYTES) throw tooLarge('Total metadata', MOST_METADATA_BYTES, bytes);
}

const isPrimitive = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);
const isFilterable = (value: unknown) =>
  Array.isArray(value) ? value.every(isPrimitive) : isPrimitive(value);

/** How large metadata counts; the service does not say how it measures. */
export const bytesOf = (metadata: object): number => Buffer.byteLength(JSON.stringify(metadata));
