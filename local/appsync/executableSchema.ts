import {
  buildSchema,
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import type { GraphqlApi } from '../assembly';
import type { Caller } from './caller';
import { type AccessRule, accessRules, DIRECTIVES_SDL } from './directives';
import { AppSyncError, ResolverError, UnauthorizedFieldError } from './errors';
import type { RequestBudget } from './requestBudget';
import { ResolverState } from './resolverState';
import type { RunResolver } from './resolvers';
import { installScalars, SCALARS_SDL } from './scalars';
import { selectionPaths } from './selection';

/** What goes along with one execution. */
export interface ExecutionContext {
  readonly caller: Caller;
  /** Errors that resolvers added without failing. */
  readonly appended: { readonly error: AppSyncError; readonly path: GraphQLResolveInfo['path'] }[];
  /** What the request may still take; a subscription's message takes nothing. */
  readonly budget?: RequestBudget;
  /** A subscription's message: fields come out of the mutation's result, no resolver runs. */
  readonly delivering: boolean;
}

/**
 * Throws unless one of the field's rules lets the caller in.
 * @throws UnauthorizedFieldError
 */
export function checkAccess(
  caller: Caller,
  rules: readonly AccessRule[],
  typeName: string,
  fieldName: string,
): void {
  const admitted = rules.some(
    ({ mode, groups }) =>
      mode === caller.mode && (groups.length === 0 || groups.some((group) => caller.groups.includes(group))),
  );
  if (!admitted || !caller.allowsField(typeName, fieldName)) {
    throw new UnauthorizedFieldError(fieldName, typeName);
  }
}

/**
 * Builds the schema with AppSync's scalars and directives, its access rules and its resolvers in place.
 * @param reportFailure told about resolvers that are broken or not supported, besides the caller
 */
export function buildExecutableSchema(
  api: GraphqlApi,
  resolvers: ReadonlyMap<string, RunResolver>,
  reportFailure: (error: unknown) => void,
): GraphQLSchema {
  const schema = buildSchema([SCALARS_SDL, DIRECTIVES_SDL, api.schema].join('\n'));
  installScalars(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const rules = accessRules(type, field, api.defaultAuthentication);
      installResolver(type, field, rules, resolvers.get(`${type.name}.${field.name}`), reportFailure);
    }
  }
  return schema;
}

function installResolver(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, ExecutionContext>,
  rules: readonly AccessRule[],
  run: RunResolver | undefined,
  reportFailure: (error: unknown) => void,
): void {
  field.resolve = async (source, args, context, info) => {
    const { caller, appended, budget, delivering } = context;
    checkAccess(caller, rules, type.name, field.name);
    if (delivering || !run) return defaultFieldResolver(source, args, context, info) as unknown;
    const state = new ResolverState(type.name, field.name, caller.mode);
    try {
      const resolve = () => run({ args, source, caller, state, info: infoOf(type.name, info) });
      return await (budget ? budget.run(resolve) : resolve());
    } catch (error) {
      if (!(error instanceof AppSyncError) || error instanceof ResolverError) reportFailure(error);
      if (error instanceof AppSyncError) throw error;
      const { message } = error as Error;
      throw new AppSyncError(message, 'InternalFailure', null, null, { cause: error });
    } finally {
      appended.push(...state.appended.map((error) => ({ error, path: info.path })));
    }
  };
}

/** `$ctx.info` */
function infoOf(parentTypeName: string, info: GraphQLResolveInfo): object {
  const [field] = info.fieldNodes;
  return {
    fieldName: info.fieldName,
    parentTypeName,
    variables: info.variableValues,
    selectionSetList: selectionPaths(field?.selectionSet, info.fragments),
  };
}
