import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AssemblyFormatError } from './errors';
import { functionUrlIds, readFunctionUrls } from './functionUrls';
import { readGraphqlApi, readTables } from './graphqlApi';
import { readGuardrails } from './guardrails';
import { createEvaluator } from './intrinsics';
import { readLambdaFunctions } from './lambdaFunctions';
import { readConfigurationSets, readEventRules, readMailIdentities } from './mail';
import { DEFAULT_LOCAL_VALUES, type LocalValues } from './physicalIds';
import { createResources } from './resources';
import { readStackTree } from './stackTree';
import { readBuckets, readParameters } from './stores';
import { readSchedules, readStreamMappings } from './triggers';
import type { Assembly } from './types';
import { readUserPool, readUserPoolClient } from './userPool';
import { readVectorBuckets, readVectorIndexes } from './vectors';

const MODEL_INTROSPECTION = 'modelIntrospectionSchema.json';

/**
 * Reads a synthesized Amplify backend and resolves every reference to its local value.
 * @param values what a deployment would choose (ids, endpoint); see {@link DEFAULT_LOCAL_VALUES}
 * @throws AssemblyError, by the name of whatever is missing or not supported
 */
export function loadAssembly(directory: string, values: Partial<LocalValues> = {}): Assembly {
  const chosen = { ...DEFAULT_LOCAL_VALUES, ...values };
  const tree = readStackTree(directory);
  const evaluate = createEvaluator({ ...chosen, functionUrls: functionUrlIds(tree) });
  const resources = createResources(tree, evaluate);
  const modelIntrospectionPath = tree.assets
    .map((path) => join(path, MODEL_INTROSPECTION))
    .find((path) => existsSync(path));
  if (modelIntrospectionPath === undefined) {
    throw new AssemblyFormatError(`${directory} holds no ${MODEL_INTROSPECTION}.`);
  }
  const functions = readLambdaFunctions(resources);
  return {
    directory: resolve(directory),
    region: chosen.region,
    account: chosen.account,
    api: readGraphqlApi(resources),
    tables: readTables(resources),
    userPool: readUserPool(resources),
    userPoolClient: readUserPoolClient(resources),
    functions,
    schedules: readSchedules(resources, functions, chosen),
    streamMappings: readStreamMappings(resources, functions),
    parameters: readParameters(resources),
    buckets: readBuckets(resources),
    vectorBuckets: readVectorBuckets(resources),
    vectorIndexes: readVectorIndexes(resources),
    guardrails: readGuardrails(resources),
    mailIdentities: readMailIdentities(resources),
    configurationSets: readConfigurationSets(resources),
    eventRules: readEventRules(resources, functions),
    functionUrls: readFunctionUrls(resources, functions),
    outputs: Object.fromEntries(
      Object.entries(tree.root.template.Outputs ?? {}).map(([name, { Value }]) => [
        name,
        String(evaluate(tree.root, Value)),
      ]),
    ),
    modelIntrospectionPath: resolve(modelIntrospectionPath),
  };
}
