/** A state of the Amazon States Language, with the fields that the definitions here use. */
export interface State {
  Type: 'Task' | 'Choice' | 'Pass' | 'Wait' | 'Parallel' | 'Fail';
  Next?: string;
  End?: boolean;
  Resource?: string;
  TimeoutSeconds?: number;
  TimeoutSecondsPath?: string;
  Parameters?: Record<string, unknown>;
  InputPath?: string;
  ResultSelector?: Record<string, unknown>;
  ResultPath?: string | null;
  OutputPath?: string;
  Retry?: Retrier[];
  Catch?: Catcher[];
  Choices?: Array<Rule & { Next: string }>;
  Default?: string;
  Branches?: Machine[];
  TimestampPath?: string;
  ErrorPath?: string;
  CausePath?: string;
}

export interface Retrier {
  ErrorEquals: string[];
  MaxAttempts?: number;
}
export interface Catcher {
  ErrorEquals: string[];
  ResultPath?: string | null;
  Next: string;
}
/** A comparison, or comparisons that are joined. */
export type Rule = { And?: Rule[]; Or?: Rule[]; Not?: Rule; Variable?: string } & Record<string, unknown>;

export interface Machine {
  StartAt: string;
  States: Record<string, State>;
  TimeoutSeconds?: number;
}

/** Every state of a machine with its name, those of branches included, and the machine that it stands in. */
export const statesOf = (machine: Machine): Array<{ name: string; state: State; within: Machine }> =>
  Object.entries(machine.States).flatMap(([name, state]) => [
    { name, state, within: machine },
    ...(state.Branches ?? []).flatMap(statesOf),
  ]);

/** Where a state may lead to within its machine. */
export const nextOf = ({ Next, Default, Choices = [], Catch = [] }: State): string[] =>
  [Next, Default, ...Choices.map((one) => one.Next), ...Catch.map((one) => one.Next)].filter(
    (name): name is string => name !== undefined,
  );

/** What can be reached from a start by following arrows; backwards where `arrows` are turned round. */
export function reached(starts: readonly string[], arrows: (name: string) => readonly string[]): Set<string> {
  const seen = new Set<string>();
  const open = [...starts];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    open.push(...arrows(name));
  }
  return seen;
}
