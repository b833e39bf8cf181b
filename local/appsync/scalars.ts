import { GraphQLError, type GraphQLScalarType, type GraphQLSchema, valueFromASTUntyped } from 'graphql';

/** How one of AppSync's scalars is read from arguments and written into answers. */
interface ScalarRule {
  readonly parse: (value: unknown) => unknown;
  readonly serialize: (value: unknown) => unknown;
}

const same = (value: unknown): unknown => value;

const invalid = (name: string, value: unknown): GraphQLError =>
  new GraphQLError(`Unable to parse ${JSON.stringify(value)} as a valid ${name}.`);

const textOf = (name: string, isValid: (text: string) => boolean): ScalarRule => ({
  parse: (value) => {
    if (typeof value !== 'string' || !isValid(value)) throw invalid(name, value);
    return value;
  },
  serialize: same,
});

const OFFSET = '(Z|[+-]\\d\\d:\\d\\d(:\\d\\d)?)';
const TIME = '([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?';
const DATE_TIME = new RegExp(`^(-?\\d{4}-\\d\\d-\\d\\d)T${TIME}${OFFSET}$`);
const DATE = new RegExp(`^(-?\\d{4}-\\d\\d-\\d\\d)${OFFSET}?$`);
const TIME_OF_DAY = new RegExp(`^${TIME}${OFFSET}?$`);

/** Whether the day exists: `Date` would turn the 31st of February into March. */
const isDay = (day: string | undefined): boolean => {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day ?? '?');
};

const isUrl = (text: string): boolean => URL.canParse(text);

const SCALARS: { readonly [name: string]: ScalarRule } = {
  AWSDateTime: textOf('AWSDateTime', (text) => isDay(DATE_TIME.exec(text)?.[1])),
  AWSDate: textOf('AWSDate', (text) => isDay(DATE.exec(text)?.[1])),
  AWSTime: textOf('AWSTime', (text) => TIME_OF_DAY.test(text)),
  AWSEmail: textOf('AWSEmail', (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)),
  AWSURL: textOf('AWSURL', isUrl),
  AWSPhone: textOf('AWSPhone', (text) => /^\+?[\d\s().-]+$/.test(text)),
  AWSIPAddress: textOf('AWSIPAddress', (text) => /^[\da-fA-F:.]+(\/\d{1,3})?$/.test(text)),
  AWSTimestamp: {
    parse: (value) => {
      if (!Number.isInteger(value)) throw invalid('AWSTimestamp', value);
      return value;
    },
    serialize: same,
  },
  AWSJSON: {
    parse: (value) => {
      try {
        if (typeof value === 'string') return JSON.parse(value) as unknown;
      } catch {
        // Falls through to the error below, which says what is wrong with it.
      }
      throw invalid('AWSJSON', value);
    },
    serialize: (value) => JSON.stringify(value),
  },
};

/** SDL that declares AppSync's scalars. */
export const SCALARS_SDL = Object.keys(SCALARS)
  .map((name) => `scalar ${name}`)
  .join('\n');

/** Gives the scalars of a schema the behaviour that AppSync gives them. */
export function installScalars(schema: GraphQLSchema): void {
  for (const [name, rule] of Object.entries(SCALARS)) {
    const scalar = schema.getType(name) as GraphQLScalarType;
    scalar.parseValue = rule.parse;
    scalar.parseLiteral = (node, variables) => rule.parse(valueFromASTUntyped(node, variables));
    scalar.serialize = rule.serialize;
  }
}
