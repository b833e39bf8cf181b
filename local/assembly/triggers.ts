import { objectOf, type Resources, type ResourceView } from './resources';
import type { Resolved } from './template';
import type { LambdaFunction, Schedule, StreamMapping } from './types';

type Place = Pick<Schedule, 'region' | 'account'>;

/** AWS's default for a DynamoDB stream. */
const BATCH_SIZE = 100;

/** The enabled schedules whose target is one of the backend's own functions. */
export function readSchedules(
  resources: Resources,
  functions: readonly LambdaFunction[],
  place: Place,
): Schedule[] {
  const isOwn = ({ functionArn }: Schedule) => functions.some(({ arn }) => functionArn.startsWith(arn));
  const schedule = (view: ResourceView, service: string, target: Resolved, timezone: Resolved): Schedule => {
    const { Arn, Input } = objectOf(target);
    const name = String(view.value('Name') ?? view.logicalId);
    return {
      ...place,
      name,
      arn: `arn:aws:${service}:${place.region}:${place.account}:${service === 'events' ? 'rule' : 'schedule'}/${name}`,
      expression: view.text('ScheduleExpression'),
      timezone: String(timezone ?? 'UTC'),
      functionArn: String(Arn),
      ...(Input !== undefined && { input: JSON.parse(String(Input)) as unknown }),
    };
  };
  const enabled = (view: ResourceView) => view.value('State') !== 'DISABLED';
  const scheduler = resources
    .ofType('AWS::Scheduler::Schedule')
    .filter(enabled)
    .map((view) =>
      schedule(view, 'scheduler', view.value('Target'), view.value('ScheduleExpressionTimezone')),
    );
  const rules = resources
    .ofType('AWS::Events::Rule')
    .filter((view) => enabled(view) && view.value('ScheduleExpression') !== undefined)
    .flatMap((view) =>
      ((view.value('Targets') ?? []) as Resolved[]).map((target) =>
        schedule(view, 'events', target, undefined as unknown as Resolved),
      ),
    );
  return [...scheduler, ...rules].filter(isOwn);
}

/** The functions that follow the tables behind the models. */
export function readStreamMappings(
  resources: Resources,
  functions: readonly LambdaFunction[],
): StreamMapping[] {
  const tables = resources.ofType('Custom::AmplifyDynamoDBTable');
  return resources.ofType('AWS::Lambda::EventSourceMapping').flatMap((view) => {
    const streamArn = String(view.value('EventSourceArn'));
    const table = tables.find((one) => one.attribute('TableStreamArn') === streamArn);
    const written = view.text('FunctionName');
    const target = functions.find(({ name, arn }) => written === name || written.startsWith(arn));
    if (!table || !target || view.value('Enabled') === false) return [];
    const filters = (objectOf(view.value('FilterCriteria')).Filters ?? []) as Resolved[];
    return [
      {
        id: view.logicalId,
        tableName: table.ref(),
        streamArn,
        viewType: String(objectOf(table.value('streamSpecification')).streamViewType ?? 'NEW_AND_OLD_IMAGES'),
        functionArn: target.arn,
        batchSize: Number(view.value('BatchSize') ?? BATCH_SIZE),
        patterns: filters.map((filter) => JSON.parse(String(objectOf(filter).Pattern)) as object),
      } as StreamMapping,
    ];
  });
}
