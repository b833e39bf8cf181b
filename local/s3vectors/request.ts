import { ValidationError } from './errors';
import { BUCKET_NAME, bucketArn, bucketOfArn, INDEX_NAME, indexArn, indexOfArn, type Place } from './names';

type Fields = Readonly<Record<string, unknown>>;

/** A request's JSON object, read field by field in the service's own words for what is wrong with one. */
export class Body {
  constructor(private readonly fields: Fields) {}

  /** @throws ValidationError */
  static parse(raw: Buffer): Body {
    try {
      const body: unknown = raw.length === 0 ? {} : JSON.parse(raw.toString('utf8'));
      if (isRecord(body)) return new Body(body);
    } catch (cause) {
      throw new ValidationError('The request body is not JSON', undefined, { cause });
    }
    throw new ValidationError('The request body must be a JSON object');
  }

  has(name: string): boolean {
    return this.fields[name] !== undefined && this.fields[name] !== null;
  }

  raw(name: string): unknown {
    return this.fields[name];
  }

  text(name: string, pattern?: RegExp): string {
    const value = this.required(name);
    if (typeof value !== 'string') throw constraint(name, 'must be a string');
    if (pattern && !pattern.test(value))
      throw constraint(name, `must satisfy regular expression pattern: ${pattern.source}`);
    return value;
  }

  textOr<Default>(name: string, otherwise: Default): string | Default {
    return this.has(name) ? this.text(name) : otherwise;
  }

  oneOf<Value extends string>(name: string, values: readonly Value[]): Value {
    const value = this.text(name);
    if ((values as readonly string[]).includes(value)) return value as Value;
    throw constraint(name, `must satisfy enum value set: [${values.join(', ')}]`);
  }

  integer(name: string, least: number, most: number): number {
    const value = this.required(name);
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    throw constraint(name, `must be between ${least} and ${most}, inclusive`);
  }

  integerOr<Default>(name: string, least: number, most: number, otherwise: Default): number | Default {
    return this.has(name) ? this.integer(name, least, most) : otherwise;
  }

  isTrue(name: string): boolean {
    if (!this.has(name)) return false;
    if (typeof this.fields[name] === 'boolean') return this.fields[name];
    throw constraint(name, 'must be a boolean');
  }

  list(name: string, most: number): readonly unknown[] {
    const value = this.required(name);
    if (!Array.isArray(value)) throw constraint(name, 'must be a list');
    if (value.length < 1 || value.length > most)
      throw constraint(name, `must have length between 1 and ${most}, inclusive`);
    return value;
  }

  private required(name: string): unknown {
    if (this.has(name)) return this.fields[name];
    throw constraint(name, 'must not be null');
  }
}

/** What AWS says when a value breaks the API's model. @param path without its leading slash */
export function constraint(path: string, what: string): ValidationError {
  const field = `/${path}`;
  const message = `Value at '${field}' failed to satisfy constraint: Member ${what}`;
  return new ValidationError(`1 validation error detected. ${message}`, field);
}

export const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A bucket that a request names, by name or ARN. */
export interface NamedBucket {
  readonly bucket: string;
  readonly arn: string;
}

/** An index that a request names, by ARN or by the names of bucket and index. */
export interface NamedIndex {
  readonly bucket: string;
  readonly index: string;
  readonly arn: string;
}

/** @throws ValidationError unless exactly one of name and ARN is given */
export function bucketIn(body: Body, place: Place): NamedBucket {
  if (body.has('vectorBucketName') === body.has('vectorBucketArn'))
    throw new ValidationError('Must specify either vectorBucketName or vectorBucketArn, and not both');
  if (body.has('vectorBucketName')) {
    const bucket = body.text('vectorBucketName', BUCKET_NAME);
    return { bucket, arn: bucketArn(place, bucket) };
  }
  const arn = body.text('vectorBucketArn');
  const bucket = bucketOfArn(arn);
  if (bucket === undefined) throw constraint('vectorBucketArn', 'must be the ARN of a vector bucket');
  return { bucket: ownName(arn, bucketArn(place, bucket), bucket), arn };
}

/** @throws ValidationError unless either the ARN or both names are given */
export function indexIn(body: Body, place: Place): NamedIndex {
  const byNames = body.has('vectorBucketName') || body.has('indexName');
  if (body.has('indexArn') === byNames)
    throw new ValidationError(
      'Must specify either indexArn or both vectorBucketName and indexName, and not both',
    );
  if (byNames) {
    const bucket = body.text('vectorBucketName', BUCKET_NAME);
    const index = body.text('indexName', INDEX_NAME);
    return { bucket, index, arn: indexArn(place, bucket, index) };
  }
  const arn = body.text('indexArn');
  const named = indexOfArn(arn);
  if (named === undefined) throw constraint('indexArn', 'must be the ARN of a vector index');
  const { bucket, index } = named;
  return { bucket: ownName(arn, indexArn(place, bucket, index), bucket), index, arn };
}

/** What is in another region or account is not here: no bucket has an empty name. */
const ownName = (arn: string, own: string, bucket: string): string => (arn === own ? bucket : '');
