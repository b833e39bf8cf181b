import type { Template } from 'aws-cdk-lib/assertions';
import { statesOf } from '../../test/docs/definition';
import { MOST_EVENTS } from '../../test/docs/stateMachine';
import { definitionIn, synthesizedFlows } from '../../test/docs/stepFunctionsStack';
import { CHANGE_REQUESTS, extentOf } from './changes';
import { linesIn, ownFiles } from './ownFiles';
import { priceOf } from './prices';
import { comparedRuns } from './runs';

/** One line of the comparison: how much on each side. */
export interface Row {
  what: string;
  durable: number;
  machine: number;
  /** How a figure is written; as a whole number where nothing is said. */
  shown?: (figure: number) => string;
}

const RUNS_A_MONTH = [100, 10_000, 1_000_000];

/** Everything that can be counted. The same sources give the same figures. */
export async function comparison(root: string): Promise<Row[]> {
  const flows = synthesizedFlows();
  const files = ownFiles(root);
  const runs = await comparedRuns();
  const states = [flows.enhance.machine, flows.review.machine].flatMap((one) => statesOf(definitionIn(one)));
  return [
    ...(['enhance', 'review'] as const).map((flow) => ({
      what: `CloudFormation resources of \`${flow}\``,
      durable: resourcesIn(flows[flow].durable),
      machine: resourcesIn(flows[flow].machine),
    })),
    {
      what: 'Files that only this side has',
      durable: files.durable.length,
      machine: files.machine.length,
    },
    {
      what: 'Lines of code in them',
      durable: linesIn(root, files.durable),
      machine: linesIn(root, files.machine),
    },
    { what: 'States in the two definitions', durable: 0, machine: states.length },
    ...CHANGE_REQUESTS.flatMap((request) => {
      const [durable, machine] = [extentOf(root, request, 'durable'), extentOf(root, request, 'machine')];
      return [
        { what: `${request.what}: files to change`, durable: durable.files, machine: machine.files },
        { what: `${request.what}: places in them`, durable: durable.places, machine: machine.places },
      ];
    }),
    ...runs.flatMap(({ what, durable, machine, events }) => [
      {
        what: `${what}: billed operations or transitions`,
        durable: durable.durableOperations,
        machine: machine.transitions,
      },
      { what: '– invocations of functions', durable: durable.requests, machine: machine.requests },
      {
        what: '– seconds that functions run, models assumed',
        durable: durable.seconds,
        machine: machine.seconds,
        shown: (seconds: number) => seconds.toFixed(1),
      },
      {
        what: '– part of the longest history (3,000 operations, 25,000 events)',
        durable: durable.durableOperations / MOST_OPERATIONS,
        machine: events / MOST_EVENTS,
        shown: (part: number) => `${(part * 100).toFixed(2)} %`,
      },
      ...RUNS_A_MONTH.map((count) => ({
        what: `– USD for ${count.toLocaleString('en')} a month`,
        durable: priceOf(durable) * count,
        machine: priceOf(machine) * count,
        shown: (usd: number) =>
          usd.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
      })),
    ]),
  ];
}

/** https://docs.aws.amazon.com/lambda/latest/dg/durable-execution-limits.html */
const MOST_OPERATIONS = 3_000;

const resourcesIn = (template: Template): number =>
  Object.keys((template.toJSON() as { Resources: object }).Resources).length;

const ratio = ({ durable, machine }: Row): string =>
  durable === 0 ? '' : `${(machine / durable).toFixed(2)} ×`;

/** The comparison as the table in `docs/step-functions/README.md`. */
export function tableOf(rows: readonly Row[]): string {
  const whole = (figure: number) => figure.toLocaleString('en');
  return [
    '| | durable function | state machine | state machine ÷ durable function |',
    '|---|--:|--:|--:|',
    ...rows.map((row) => {
      const { what, durable, machine, shown = whole } = row;
      return `| ${what} | ${shown(durable)} | ${shown(machine)} | ${ratio(row)} |`;
    }),
  ].join('\n');
}

/** A text with what stands between two markers replaced. @throws RangeError where the markers are not there */
export function between(text: string, marker: string, inner: string): string {
  const [begin, end] = [`<!-- ${marker} -->`, `<!-- end of ${marker} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new RangeError(`There is no place for ${marker} between its markers.`);
  return `${text.slice(0, from + begin.length)}\n${inner}\n${text.slice(to)}`;
}
