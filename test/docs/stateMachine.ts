import type { Catcher, Machine, Retrier, Rule, State } from './definition';

/** What a state machine reaches outside of itself. */
export interface Surroundings {
  /** The function behind every task. */
  invoke(payload: unknown): Promise<unknown>;
  /** A state waits by a token for so many seconds; says whether it was woken before they were over. */
  waitForToken?(token: string, seconds: number): Promise<boolean>;
  /** A state waits for a moment, ISO 8601. */
  waitUntil?(moment: string): Promise<void>;
}

/** How an execution ended, and what it took. */
export interface Execution {
  status: 'SUCCEEDED' | 'FAILED';
  output: unknown;
  error: StateError | undefined;
  /** Names of the states in the order in which they were entered; a retry enters again, and is billed. */
  transitions: string[];
  /** Entries of the history, of which an execution may have 25,000. */
  events: number;
  invocations: number;
  /** Bytes of the largest input or output of a state. */
  largest: number;
}

/** What fails a state, by the name that retries and catches know. */
export class StateError extends Error {
  constructor(
    override readonly name: string,
    readonly why: string,
  ) {
    super(`${name}: ${why}`);
  }
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
export const MOST_BYTES = 262_144;
export const MOST_EVENTS = 25_000;

/** History entries of a state: entered, scheduled, started, succeeded, exited; a token adds "submitted". */
const EVENTS: Record<State['Type'], number> = { Task: 5, Choice: 2, Pass: 2, Wait: 2, Parallel: 4, Fail: 1 };

/**
 * Runs a definition of the Amazon States Language, without its waits. It knows what the definitions here use (Lambda
 * tasks, tokens, choices, passes, waits for a moment, parallels, retries, catches, JSONPath by names and places) and
 * refuses everything else.
 */
export async function execute(machine: Machine, input: unknown, around: Surroundings): Promise<Execution> {
  const run: Execution = {
    ...{ status: 'SUCCEEDED', output: null, error: undefined },
    ...{ transitions: [], events: 2, invocations: 0, largest: 0 },
  };
  try {
    run.output = await through(machine, copy(input), around, run);
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    run.status = 'FAILED';
    run.error = error;
  }
  return run;
}

const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

async function through(
  machine: Machine,
  first: unknown,
  around: Surroundings,
  run: Execution,
): Promise<unknown> {
  let [name, input] = [machine.StartAt, first];
  while (true) {
    const state = machine.States[name];
    if (!state) throw new Error(`No state is called "${name}".`);
    weigh(input, run);
    const { output, next } = await enter(name, state, input, around, run);
    weigh(output, run);
    if (next === undefined) return output;
    [name, input] = [next, output];
  }
}

function weigh(value: unknown, run: Execution): void {
  const bytes = Buffer.byteLength(JSON.stringify(value ?? null));
  run.largest = Math.max(run.largest, bytes);
  if (bytes > MOST_BYTES) throw new StateError('States.DataLimitExceeded', `${bytes} bytes`);
}

async function enter(name: string, state: State, input: unknown, around: Surroundings, run: Execution) {
  const tried = new Map<Retrier, number>();
  while (true) {
    run.transitions.push(name);
    run.events += EVENTS[state.Type];
    if (run.events > MOST_EVENTS) throw new StateError('States.Runtime', 'The history is full.');
    try {
      return await once(name, state, input, around, run);
    } catch (error) {
      if (!(error instanceof StateError)) throw error;
      const retrier = state.Retry?.find((one) => matches(one, error));
      const before = retrier ? (tried.get(retrier) ?? 0) : 0;
      if (retrier && before < (retrier.MaxAttempts ?? 3)) {
        tried.set(retrier, before + 1);
        continue;
      }
      const catcher = state.Catch?.find((one) => matches(one, error));
      if (!catcher) throw error;
      const failed = { Error: error.name, Cause: error.why };
      return { output: placed(catcher.ResultPath, input, failed), next: catcher.Next };
    }
  }
}

/** Two errors are caught by no name: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
const matches = ({ ErrorEquals }: Retrier | Catcher, { name }: StateError): boolean =>
  name !== 'States.DataLimitExceeded' &&
  ErrorEquals.some((one) => one === name || (one === 'States.ALL' && name !== 'States.Runtime'));

async function once(name: string, state: State, raw: unknown, around: Surroundings, run: Execution) {
  const input = state.InputPath === undefined ? raw : at(state.InputPath, raw);
  const on = (result: unknown, next = state.Next) => {
    const selected = state.ResultSelector ? filled(state.ResultSelector, result) : result;
    const whole = placed(state.ResultPath, raw, selected);
    return { output: state.OutputPath === undefined ? whole : at(state.OutputPath, whole), next };
  };
  switch (state.Type) {
    case 'Task':
      return on(await task(name, state, input, around, run));
    case 'Pass':
      return on(state.Parameters ? filled(state.Parameters, input) : input);
    case 'Choice': {
      const chosen = state.Choices?.find((one) => holds(one, input))?.Next ?? state.Default;
      if (!chosen) throw new StateError('States.NoChoiceMatched', name);
      return on(input, chosen);
    }
    case 'Wait':
      await around.waitUntil?.(at(state.TimestampPath as string, input) as string);
      return on(input);
    case 'Parallel': {
      const branches = (state.Branches ?? []).map((branch) => through(branch, copy(input), around, run));
      const ends = await Promise.allSettled(branches);
      const failed = ends.find((end) => end.status === 'rejected');
      if (failed) throw failed.reason;
      return on(ends.map((end) => (end.status === 'fulfilled' ? end.value : null)));
    }
    case 'Fail':
      throw new StateError(
        String(at(state.ErrorPath as string, input)),
        String(at(state.CausePath as string, input)),
      );
    default:
      throw new Error(`The state "${name}" is a ${state.Type}, which is not known here.`);
  }
}

let tokens = 0;

async function task(name: string, state: State, input: unknown, around: Surroundings, run: Execution) {
  tokens += 1;
  const token = `token-${tokens}`;
  const asked = filled(state.Parameters ?? {}, input, token) as { FunctionName: string; Payload: unknown };
  run.invocations += 1;
  let answer: unknown;
  try {
    answer = copy(await around.invoke(copy(asked.Payload)));
  } catch (error) {
    const { name: type, message } = error as Error;
    throw new StateError(type, JSON.stringify({ errorType: type, errorMessage: message, trace: [] }));
  }
  if (state.Resource?.endsWith(':lambda:invoke')) return { Payload: answer, StatusCode: 200 };
  if (!state.Resource?.endsWith(':lambda:invoke.waitForTaskToken'))
    throw new Error(`The state "${name}" asks for ${state.Resource}, which is not known here.`);
  run.events += 1;
  const seconds = at(state.TimeoutSecondsPath as string, input) as number;
  if (!(await around.waitForToken?.(token, seconds))) throw new StateError('States.Timeout', '');
  return 'heard';
}

/** The names and places of a path. Everything that JSONPath can beside them is refused. */
function parts(path: string): string[] {
  if (!/^\$(?:\.\w+|\[\d+\])*$/.test(path)) throw new Error(`The path "${path}" is not known here.`);
  return path.match(/\w+/g) ?? [];
}

const found = (path: string, input: unknown): unknown =>
  parts(path).reduce<unknown>((value, part) => (value as Record<string, unknown> | null)?.[part], input);

function at(path: string, input: unknown): unknown {
  const value = found(path, input);
  if (value === undefined) throw new StateError('States.Runtime', `There is nothing at ${path}.`);
  return value;
}

function filled(template: Record<string, unknown>, input: unknown, token?: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(template).map(([field, value]) => {
      if (field.endsWith('.$')) {
        const isToken = value === '$$.Task.Token' && token !== undefined;
        return [field.slice(0, -2), isToken ? token : at(value as string, input)];
      }
      const isInner = typeof value === 'object' && value !== null && !Array.isArray(value);
      return [field, isInner ? filled(value as Record<string, unknown>, input, token) : value];
    }),
  );
}

/** Where a result goes: in the place of the input, nowhere, or beside what the input has. */
function placed(path: string | null | undefined, input: unknown, result: unknown): unknown {
  if (path === null) return input;
  if (path === undefined || path === '$') return result;
  const [last, ...before] = parts(path).reverse() as [string, ...string[]];
  const whole = copy(input) as Record<string, unknown>;
  const holder = before.reverse().reduce((value, part) => value[part] as Record<string, unknown>, whole);
  holder[last] = result;
  return whole;
}

const COMPARISONS: Record<string, (value: unknown, wanted: unknown) => boolean> = {
  StringEquals: (value, wanted) => value === wanted,
  BooleanEquals: (value, wanted) => value === wanted,
  IsString: (value, wanted) => (typeof value === 'string') === wanted,
  IsNull: (value, wanted) => (value === null) === wanted,
};

function holds(rule: Rule, input: unknown): boolean {
  if (rule.And) return rule.And.every((one) => holds(one, input));
  if (rule.Or) return rule.Or.some((one) => holds(one, input));
  if (rule.Not) return !holds(rule.Not, input);
  const path = rule.Variable as string;
  if ('IsPresent' in rule) return (found(path, input) !== undefined) === rule.IsPresent;
  const [comparison] = Object.keys(rule).filter((key) => key !== 'Variable' && key !== 'Next');
  const compare = COMPARISONS[comparison ?? ''];
  if (!compare) throw new Error(`The comparison ${comparison} is not known here.`);
  return compare(at(path, input), rule[comparison as string]);
}
