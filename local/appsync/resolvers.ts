import type { GraphqlApi, Handlers, Resolver } from '../assembly';
import type { Caller } from './caller';
import type { RunDataSource } from './datasources';
import { AppSyncError, UnsupportedFeatureError } from './errors';
import { runHandler } from './javascript/runtime';
import type { Namespace } from './namespace';
import type { ResolverState } from './resolverState';
import { createExtensions, createUtil } from './templateUtil';
import { type Rendered, renderTemplate } from './vtl/render';

/** One field to resolve. */
export interface FieldRequest {
  readonly args: object;
  readonly source: unknown;
  readonly caller: Caller;
  readonly state: ResolverState;
  readonly info: object;
}

/** Runs one field's resolver and gives its result. */
export type RunResolver = (request: FieldRequest) => Promise<unknown>;

interface Context {
  readonly args: object;
  readonly arguments: object;
  readonly source: unknown;
  readonly identity: unknown;
  readonly stash: object;
  readonly request: object;
  readonly info: object;
  readonly env: object;
  readonly prev?: { readonly result: unknown };
  readonly result?: unknown;
  readonly error?: { readonly message: string; readonly type: string | null } | null;
}

interface Tools {
  readonly util: Namespace;
  readonly extensions: Namespace;
}

/** Without a request handler a resolver sends nothing, without a response handler it answers the result. */
function render(handlers: Handlers, side: 'request' | 'response', context: Context, tools: Tools): Rendered {
  switch (handlers.runtime) {
    case 'VTL': {
      const template = handlers[side];
      if (template !== undefined) return renderTemplate(template, context, tools);
      return { value: side === 'request' ? {} : (context.result ?? null), returned: false };
    }
    case 'APPSYNC_JS':
      return runHandler(handlers.code, side, context, tools);
    case 'UNSUPPORTED':
      throw new UnsupportedFeatureError(`The resolver runtime ${handlers.awsRuntime}`);
  }
}

/** Request handler, data source, response handler. An early return skips the rest of the step. */
async function runStep(
  handlers: Handlers,
  dataSource: RunDataSource,
  context: Context,
  tools: Tools,
): Promise<unknown> {
  const request = render(handlers, 'request', context, tools);
  if (request.returned) return request.value;
  let result: unknown = null;
  let error: AppSyncError | null = null;
  try {
    result = await dataSource(request.value);
  } catch (thrown) {
    // What the local AppSync cannot do must not pass for an answer of the data source.
    if (!(thrown instanceof AppSyncError) || thrown instanceof UnsupportedFeatureError) throw thrown;
    error = thrown;
  }
  const failure = error && { message: error.message, type: error.errorType };
  return render(handlers, 'response', { ...context, result, error: failure }, tools).value;
}

/** A copy that templates may change, free of the caller's objects. */
const copy = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));

/**
 * Prepares the resolvers of an API, by `Type.field`.
 * @throws RangeError when a resolver names a function or data source that the API does not have
 */
export function prepareResolvers(
  api: GraphqlApi,
  dataSources: ReadonlyMap<string, RunDataSource>,
): ReadonlyMap<string, RunResolver> {
  const sourceOf = (name: string): RunDataSource => {
    const source = dataSources.get(name);
    if (!source) throw new RangeError(`The API has no data source ${name}.`);
    return source;
  };
  const functions = new Map(api.functions.map((one) => [one.id, one]));
  const stepsOf = (resolver: Resolver) => {
    if (resolver.kind === 'UNIT') {
      return [{ handlers: resolver.handlers, dataSource: sourceOf(resolver.dataSource) }];
    }
    return resolver.functionIds.map((id) => {
      const step = functions.get(id);
      if (!step) throw new RangeError(`The API has no resolver function ${id}.`);
      return { handlers: step.handlers, dataSource: sourceOf(step.dataSource) };
    });
  };

  const prepare = (resolver: Resolver): RunResolver => {
    const steps = stepsOf(resolver);
    return async ({ args, source, caller, state, info }) => {
      const tools = { util: createUtil(state), extensions: createExtensions(state) };
      const ownArgs = copy(args);
      const context: Context = {
        args: ownArgs,
        arguments: ownArgs,
        source: copy(source) ?? null,
        identity: copy(caller.identity),
        stash: {},
        request: { headers: caller.headers, domainName: null },
        info,
        env: {},
      };
      const [only] = steps;
      if (resolver.kind === 'UNIT' && only) return runStep(only.handlers, only.dataSource, context, tools);

      const before = render(resolver.handlers, 'request', { ...context, prev: { result: {} } }, tools);
      if (before.returned) return before.value;
      let result = before.value;
      for (const step of steps) {
        const stepContext = { ...context, prev: { result } };
        result = await runStep(step.handlers, step.dataSource, stepContext, tools);
      }
      return render(resolver.handlers, 'response', { ...context, prev: { result }, result }, tools).value;
    };
  };
  return new Map(
    api.resolvers.map((resolver) => [`${resolver.typeName}.${resolver.fieldName}`, prepare(resolver)]),
  );
}
