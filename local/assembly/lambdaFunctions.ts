import { UnsupportedManagedPolicyError } from './errors';
import { MANAGED_POLICIES } from './managedPolicies';
import { objectOf, type Resources, type ResourceView, textsOf } from './resources';
import type { LambdaFunction, PolicyStatement } from './types';

/** Lambda's own defaults, for what a template leaves out. */
const DEFAULT_TIMEOUT_SECONDS = 3;
const DEFAULT_MEMORY_MB = 128;

/**
 * Reads the backend's own functions with the permissions of their roles.
 * @throws UnsupportedManagedPolicyError when a role has a managed policy with unknown statements
 */
export function readLambdaFunctions(resources: Resources): LambdaFunction[] {
  const infrastructure = infrastructureArns(resources);
  const versions = resources.ofType('AWS::Lambda::Version').map((view) => ({
    functionName: functionNameOf(view),
    version: view.attribute('Version'),
    arn: view.ref(),
  }));
  const aliases = resources.ofType('AWS::Lambda::Alias').map((view) => ({
    functionName: functionNameOf(view),
    name: view.text('Name'),
    version: view.text('FunctionVersion'),
    arn: view.ref(),
  }));
  return resources
    .ofType('AWS::Lambda::Function')
    .filter((view) => !infrastructure.has(view.attribute('Arn')))
    .map((view): LambdaFunction => {
      const name = view.ref();
      const roleArn = view.text('Role');
      const durable = objectOf(view.value('DurableConfig'));
      const variables = objectOf(objectOf(view.value('Environment')).Variables);
      return {
        logicalId: view.logicalId,
        name,
        arn: view.attribute('Arn'),
        assetDir: resources.tree.assetPath(view.value('Code')),
        handler: view.text('Handler'),
        environment: Object.fromEntries(
          Object.entries(variables).map(([variable, value]) => [variable, String(value)]),
        ),
        timeoutSeconds: Number(view.value('Timeout') ?? DEFAULT_TIMEOUT_SECONDS),
        memoryMb: Number(view.value('MemorySize') ?? DEFAULT_MEMORY_MB),
        runtime: view.text('Runtime'),
        ...(durable.ExecutionTimeout === undefined
          ? {}
          : {
              durable: {
                executionTimeoutSeconds: Number(durable.ExecutionTimeout),
                retentionDays: Number(durable.RetentionPeriodInDays),
              },
            }),
        versions: versions.filter(({ functionName }) => functionName === name).map(withoutFunctionName),
        aliases: aliases.filter(({ functionName }) => functionName === name).map(withoutFunctionName),
        roleName: roleArn.slice(roleArn.lastIndexOf('/') + 1),
        roleArn,
        roleStatements: statementsOfRole(resources, roleArn),
      };
    });
}

const withoutFunctionName = <T extends { functionName: string }>({ functionName, ...rest }: T) => rest;

const functionNameOf = (view: ResourceView): string => {
  const written = view.text('FunctionName');
  return written.slice(written.lastIndexOf(':') + 1);
};

/** Functions that only run while CloudFormation deploys: providers of custom resources and their waiters. */
function infrastructureArns(resources: Resources): Set<string> {
  const tokens = resources
    .where((type) => type.startsWith('Custom::'))
    .map((view) => view.value('ServiceToken'));
  const waiters = resources
    .ofType('AWS::StepFunctions::StateMachine')
    .flatMap((view) => String(view.value('DefinitionString')).match(/arn:aws:lambda:[^"]+/g) ?? []);
  return new Set([...tokens.map(String), ...waiters]);
}

function statementsOfRole(resources: Resources, roleArn: string): PolicyStatement[] {
  const role = resources.ofType('AWS::IAM::Role').find((view) => view.attribute('Arn') === roleArn);
  // A role made outside of the backend is unknown here, so it may do nothing here.
  if (!role) return [];
  const inline = (role.value('Policies') ?? []) as unknown as { PolicyDocument: PolicyDocument }[];
  const attached = resources
    .where((type) => type === 'AWS::IAM::Policy' || type === 'AWS::IAM::ManagedPolicy')
    .filter((policy) => textsOf(policy.value('Roles')).includes(role.ref()))
    .map((policy) => policy.value('PolicyDocument') as unknown as PolicyDocument);
  const managed = textsOf(role.value('ManagedPolicyArns')).flatMap((policyArn) => {
    const statements = MANAGED_POLICIES[policyArn.slice(policyArn.lastIndexOf('/') + 1)];
    if (!statements) throw new UnsupportedManagedPolicyError(policyArn, role.logicalId);
    return statements;
  });
  const documents = [...inline.map((policy) => policy.PolicyDocument), ...attached];
  return [...documents.flatMap(({ Statement }) => Statement), ...managed];
}

interface PolicyDocument {
  readonly Statement: PolicyStatement | readonly PolicyStatement[];
}
