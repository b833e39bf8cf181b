import { fileURLToPath } from 'node:url';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Policy, type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  type Chain,
  DefinitionBody,
  type RetryProps,
  type State,
  StateMachine,
  StateMachineType,
  TaskInput,
  type TaskStateBase,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';

export interface TaskFunctionProps {
  description: string;
  /** The handler's file, from the root of the project. */
  entry: string;
  environment: Record<string, string>;
  /** What the tasks may do, beside writing their log. */
  statements: readonly PolicyStatement[];
}

/** A state's own part of a Lambda task: what the function is asked, and what becomes of its answer. */
export interface Asking {
  /** The field `task` is put in. A name that ends on `.$` is a path. */
  payload: Record<string, unknown>;
  retries: readonly RetryProps[];
  /** Where the answer goes; it is the whole output where nothing is said. */
  resultPath?: string;
}

/** No task runs longer: two calls of the judge, of 45 s each, and what comes with them. */
const LONGEST_TASK = Duration.minutes(2);

/**
 * One function for all tasks of a flow. A function each would be closer to the textbook, and five times the
 * resources for the same code; the comparison counts what is better for the state machine.
 *
 * States call a version, which a deployment keeps: what waits goes on with the code it began with, as a durable
 * execution does.
 */
export class TaskFunction extends Construct {
  readonly function: NodejsFunction;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: TaskFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Logs', {
      retention: RetentionDays.TWO_WEEKS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(this.role);
    this.function = new NodejsFunction(this, 'Function', {
      description: props.description,
      entry: fileURLToPath(new URL(`../../${props.entry}`, import.meta.url)),
      runtime: Runtime.NODEJS_22_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      timeout: LONGEST_TASK,
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
      role: this.role,
      logGroup,
      environment: props.environment,
      bundling: {
        format: OutputFormat.ESM,
        minify: true,
        mainFields: ['module', 'main'],
        banner: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);",
      },
    });
    new Policy(this, 'Permissions', { roles: [this.role], statements: [...props.statements] });
  }

  /** A state that asks the function for a task. */
  task(name: string, { payload, retries, resultPath }: Asking): LambdaInvoke {
    const state = LambdaInvoke.jsonPath(this, name, {
      stateName: name,
      lambdaFunction: this.function.currentVersion,
      payload: TaskInput.fromObject(payload),
      taskTimeout: Timeout.duration(LONGEST_TASK),
      retryOnServiceExceptions: false,
      ...(resultPath === undefined
        ? { outputPath: '$.Payload' }
        : { resultSelector: { 'value.$': '$.Payload' }, resultPath }),
    });
    return retried(state, retries);
  }
}

/** A state with its retries, in the order in which they are looked at. */
export function retried<Task extends TaskStateBase>(state: Task, retries: readonly RetryProps[]): Task {
  for (const retry of retries) state.addRetry(retry);
  return state;
}

/** Goes on elsewhere when a state fails for good, with the failure beside the input. */
export const caught = <Task extends TaskStateBase>(
  state: Task,
  next: State | Chain,
  errors = ['States.ALL'],
): Task => {
  state.addCatch(next, { errors, resultPath: '$.failed' });
  return state;
};

/**
 * A standard state machine with alarms. It writes no log of its own: the role would need rights on everything, and
 * its console shows each execution for 90 days.
 */
export function stateMachine(
  scope: Construct,
  props: { definition: State | Chain; timeout: Duration; comment: string },
): StateMachine {
  const machine = new StateMachine(scope, 'Machine', {
    stateMachineType: StateMachineType.STANDARD,
    definitionBody: DefinitionBody.fromChainable(props.definition),
    timeout: props.timeout,
    comment: props.comment,
  });
  const alarm = (name: string, description: string, metric: IMetric) =>
    new Alarm(scope, name, {
      alarmDescription: description,
      metric,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  const period = Duration.minutes(5);
  alarm('Errors', 'An execution failed outside its own error handling.', machine.metricFailed({ period }));
  alarm('Throttles', 'Executions wait for Step Functions.', machine.metricThrottled({ period }));
  return machine;
}
