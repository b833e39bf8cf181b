import type { SsmParameter } from '../assembly';
import type { SignedRequest } from '../iam';
import type { Asked, Service } from '../services';
import { UnknownOperationError, ValidationError } from './errors';
import { encrypted, type Parameter, Parameters } from './parameters';

interface SystemsManagerOptions {
  readonly parameters: readonly SsmParameter[];
  /** JSON of names and texts, for what `secret()` names. It need not exist. */
  readonly secretsFile: string;
  readonly region: string;
  readonly account: string;
}

interface Request {
  Name?: unknown;
  Names?: unknown;
  Path?: unknown;
  Recursive?: unknown;
  WithDecryption?: unknown;
  MaxResults?: unknown;
  NextToken?: unknown;
}

const TARGET_PREFIX = 'AmazonSSM.';
/** The service's own limits: names in one request, and results in one answer. */
const MOST_NAMES = 10;
const MOST_RESULTS = 10;

/** Systems Manager's parameters, to read: those of the backend, and secrets from a file. */
export function createSystemsManager(options: SystemsManagerOptions): Service {
  const { region, account } = options;
  const parameters = new Parameters(options.parameters, options.secretsFile);
  const arnOf = (name: string) => `arn:aws:ssm:${region}:${account}:parameter/${name.replace(/^\//, '')}`;
  const onWire = ({ name, type, value }: Parameter, { WithDecryption }: Request) => ({
    Name: name,
    Type: type,
    Value: type === 'SecureString' && WithDecryption !== true ? encrypted(value) : value,
    Version: 1,
    ARN: arnOf(name),
    DataType: 'text',
  });

  const operations: { readonly [name: string]: (request: Request) => { names: string[]; run(): object } } = {
    GetParameter: (request) => {
      const name = text(request.Name, 'name');
      return { names: [name], run: () => ({ Parameter: onWire(parameters.get(name), request) }) };
    },
    GetParameters: (request) => {
      const names = textsOf(request.Names);
      return {
        names,
        run: () => {
          const found = names.flatMap((name) => parameters.find(name) ?? []);
          const known = new Set(found.map(({ name }) => name));
          return {
            Parameters: found.map((parameter) => onWire(parameter, request)),
            InvalidParameters: names.filter((name) => !known.has(name)),
          };
        },
      };
    },
    GetParametersByPath: (request) => {
      const path = text(request.Path, 'path');
      if (!path.startsWith('/')) throw new ValidationError('The path must begin with a slash.');
      return { names: [path], run: () => page(parameters.under(path, request.Recursive === true), request) };
    },
  };

  const page = (all: Parameter[], request: Request) => {
    const { MaxResults = MOST_RESULTS, NextToken } = request;
    const most = Number(MaxResults);
    const start = NextToken === undefined ? 0 : all.findIndex(({ name }) => name === NextToken);
    if (!(most >= 1 && most <= MOST_RESULTS)) throw new ValidationError('MaxResults must be from 1 to 10.');
    if (start < 0) throw new ValidationError('The NextToken is not valid.');
    return {
      Parameters: all.slice(start, start + most).map((parameter) => onWire(parameter, request)),
      NextToken: all[start + most]?.name,
    };
  };

  return {
    read: (request): Asked => {
      const target = request.headers['x-amz-target'] ?? '';
      const name = target.startsWith(TARGET_PREFIX) ? target.slice(TARGET_PREFIX.length) : target;
      const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
      if (!operation) throw new UnknownOperationError(name || 'a request without X-Amz-Target');
      const { names, run } = operation(bodyOf(request));
      return {
        permissions: names.map((one) => ({ action: `ssm:${name}`, resourceArn: arnOf(one) })),
        run: async () => ({
          statusCode: 200,
          headers: { 'content-type': 'application/x-amz-json-1.1' },
          body: JSON.stringify(run()),
        }),
      };
    },
    refusal: ({ errorType, statusCode, message }) => ({
      statusCode,
      headers: { 'content-type': 'application/x-amz-json-1.1' },
      body: JSON.stringify({ __type: errorType, message }),
    }),
  };
}

function bodyOf(request: SignedRequest): Request {
  try {
    const body = JSON.parse(request.body.toString('utf8'));
    if (typeof body === 'object' && body !== null) return body as Request;
  } catch {
    // Said below, as for every other body that is no object.
  }
  throw new ValidationError('The request body must be a JSON object.');
}

function text(value: unknown, field: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new ValidationError(`Value at '${field}' must be a text.`);
}

function textsOf(value: unknown): string[] {
  if (Array.isArray(value) && value.length >= 1 && value.length <= MOST_NAMES) {
    return value.map((name) => text(name, 'names'));
  }
  throw new ValidationError(`Value at 'names' must be a list of 1 to ${MOST_NAMES} names.`);
}
