import { AssemblyError } from './errors';
import { objectOf, type Resources, type ResourceView, textsOf } from './resources';
import { isRecord, type Resolved } from './template';
import type { ConfigurationSet, EventRule, LambdaFunction, MailIdentity } from './types';

/** Reads the addresses and domains that the backend sends mail from. */
export const readMailIdentities = (resources: Resources): MailIdentity[] =>
  resources.ofType('AWS::SES::EmailIdentity').map((view) => {
    const { ConfigurationSetName } = objectOf(view.value('ConfigurationSetAttributes'));
    return {
      name: view.text('EmailIdentity'),
      ...(ConfigurationSetName !== undefined && { configurationSet: String(ConfigurationSetName) }),
    };
  });

const DESTINATION = /^(\w+)Destination$/;

/** Reads the configuration sets, each with those who are told what becomes of a mail. */
export function readConfigurationSets(resources: Resources): ConfigurationSet[] {
  const destinations = resources.ofType('AWS::SES::ConfigurationSetEventDestination').flatMap((view) => {
    // Not resolved as a whole: a destination may be what is not served here.
    const written = view.raw('EventDestination');
    if (!isRecord(written)) return [];
    const part = (name: string) => resources.evaluate(view.stack, written[name]);
    if (part('Enabled') !== true) return [];
    const service = Object.keys(written).flatMap((key) => DESTINATION.exec(key)?.[1] ?? [])[0] ?? 'nothing';
    // `bounce`, `renderingFailure` and `BOUNCE` are all in use.
    const eventTypes = textsOf(part('MatchingEventTypes')).map((type) =>
      type.toUpperCase().replaceAll('_', ''),
    );
    return [{ set: view.text('ConfigurationSetName'), service, eventTypes }];
  });
  return resources.ofType('AWS::SES::ConfigurationSet').map((view) => {
    const name = view.ref();
    return { name, destinations: destinations.filter(({ set }) => set === name) };
  });
}

/** Reads the enabled rules that call the backend's own functions when an event fits their pattern. */
export function readEventRules(resources: Resources, functions: readonly LambdaFunction[]): EventRule[] {
  const isOwn = (arn: string) => functions.some((one) => arn.startsWith(one.arn));
  return resources
    .ofType('AWS::Events::Rule')
    .filter((view) => view.value('State') !== 'DISABLED' && view.raw('EventPattern') !== undefined)
    .flatMap((view) => {
      const pattern = resolved(() => view.value('EventPattern'));
      const targets = targetsOf(resources, view).filter(({ functionArn }) => isOwn(functionArn));
      if (!isRecord(pattern) || targets.length === 0) return [];
      return [{ name: view.logicalId, pattern: pattern as EventRule['pattern'], targets }];
    });
}

function targetsOf(resources: Resources, view: ResourceView): EventRule['targets'][number][] {
  const written = view.raw('Targets');
  if (!Array.isArray(written)) return [];
  return written.flatMap((target) => {
    if (!isRecord(target)) return [];
    const part = (name: string) => resolved(() => resources.evaluate(view.stack, target[name]));
    const shaped = ['InputPath', 'InputTransformer'].find((name) => target[name] !== undefined);
    const input = part('Input');
    return [
      {
        functionArn: String(part('Arn')),
        ...(input !== undefined && { input: JSON.parse(String(input)) as unknown }),
        ...(shaped !== undefined && { shapedBy: shaped }),
      },
    ];
  });
}

/** What refers to something that is not served here must not keep the rest from starting. */
function resolved(read: () => Resolved): Resolved {
  try {
    return read();
  } catch (error) {
    if (error instanceof AssemblyError) return undefined;
    throw error;
  }
}
