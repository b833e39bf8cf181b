import { InvalidParameterError, SerializationError } from './errors';

/** Longest text that any field of the API takes; refresh tokens are the longest. */
const MAX_FIELD_LENGTH = 8192;

/** A request's JSON object, read field by field so that nothing unchecked reaches an operation. */
export class RequestFields {
  private constructor(private readonly values: ReadonlyMap<string, unknown>) {}

  /**
   * @param json the request body as received; an empty one is an empty object
   * @throws SerializationError when it is not a JSON object
   */
  static parse(json: string): RequestFields {
    let value: unknown;
    try {
      value = JSON.parse(json || '{}');
    } catch (cause) {
      throw new SerializationError('The request body is not valid JSON.', { cause });
    }
    return RequestFields.of(value, 'The request body');
  }

  private static of(value: unknown, subject: string): RequestFields {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new SerializationError(`${subject} must be a JSON object.`);
    }
    return new RequestFields(new Map(Object.entries(value)));
  }

  /** @throws InvalidParameterError when the field is missing, empty or too long */
  text(name: string): string {
    const value = this.optionalText(name);
    if (!value) throw new InvalidParameterError(`Missing required parameter ${name}`);
    return value;
  }

  optionalText(name: string): string | undefined {
    const value = this.values.get(name) ?? undefined;
    if (value === undefined) return undefined;
    if (typeof value !== 'string') throw new SerializationError(`${name} must be a string.`);
    if (value.length > MAX_FIELD_LENGTH) {
      throw new InvalidParameterError(`${name} is longer than ${MAX_FIELD_LENGTH} characters`);
    }
    return value;
  }

  /** A nested object, such as `AuthParameters`; a missing one is empty. */
  fields(name: string): RequestFields {
    return RequestFields.of(this.values.get(name) ?? {}, name);
  }

  /** A list of `{ Name, Value }`, as `UserAttributes` is written. */
  attributes(name: string): Map<string, string> {
    const list = this.values.get(name) ?? [];
    if (!Array.isArray(list)) throw new SerializationError(`${name} must be a list.`);
    return new Map(
      list.map((entry) => {
        const fields = RequestFields.of(entry, `Each member of ${name}`);
        return [fields.text('Name'), fields.optionalText('Value') ?? ''] as const;
      }),
    );
  }
}
