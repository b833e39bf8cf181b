import { objectOf, type Resources } from './resources';
import type { StackTree } from './stackTree';
import type { FunctionUrl, LambdaFunction } from './types';

const TYPE = 'AWS::Lambda::Url';

/** The logical ids of all function URLs, in the order in which they get their ports. */
export const functionUrlIds = ({ stacks }: StackTree): string[] =>
  stacks.flatMap(({ template }) =>
    Object.entries(template.Resources ?? {}).flatMap(([id, { Type }]) => (Type === TYPE ? [id] : [])),
  );

/** Reads the addresses under which the backend's own functions are asked by HTTP. */
export function readFunctionUrls(resources: Resources, functions: readonly LambdaFunction[]): FunctionUrl[] {
  const permissions = resources.ofType('AWS::Lambda::Permission').map((view) => ({
    functionArn: String(view.value('FunctionName')),
    isOpen:
      view.value('Action') === 'lambda:InvokeFunctionUrl' &&
      view.value('Principal') === '*' &&
      view.value('FunctionUrlAuthType') === 'NONE',
  }));
  return resources.ofType(TYPE).flatMap((view) => {
    const target = view.text('TargetFunctionArn');
    const fn = functions.find(
      ({ name, arn }) => target === name || target === arn || target.startsWith(`${arn}:`),
    );
    if (!fn) return [];
    const qualifier = view.value('Qualifier');
    const { length } = Object.keys(objectOf(view.value('Cors')));
    const unserved = [
      ...(view.value('AuthType') === 'NONE' ? [] : [`AuthType ${view.value('AuthType')}`]),
      ...(view.value('InvokeMode') === 'RESPONSE_STREAM' ? ['InvokeMode RESPONSE_STREAM'] : []),
      ...(length > 0 ? ['Cors'] : []),
    ];
    return [
      {
        logicalId: view.logicalId,
        url: view.attribute('FunctionUrl'),
        functionArn: fn.arn,
        ...(qualifier !== undefined && { qualifier: String(qualifier) }),
        // As the service: an address alone lets nobody in.
        isOpen: permissions.some(
          ({ functionArn, isOpen }) => isOpen && [fn.name, fn.arn, target].includes(functionArn),
        ),
        unserved,
      },
    ];
  });
}
