import { fileURLToPath } from 'node:url';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Alias, Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

export interface DurableFunctionProps {
  description: string;
  /** The handler's file, from the root of the project. */
  entry: string;
  /** How long an execution may live; it can only be chosen when the function is made. */
  executionTimeout: Duration;
  /** How long Lambda remembers an execution, and its name, after it has ended. */
  retentionPeriod: Duration;
  environment: Record<string, string>;
  /** What the handler may do, beside its own checkpoints and its log. */
  statements: readonly PolicyStatement[];
  /** It may also answer its own callbacks: what it waits for can have happened before it waits. */
  wakesItself?: boolean;
}

/**
 * A durable Lambda function with a version and the alias `live`.
 *
 * Durability can only be chosen when a function is created, and a durable function can only be invoked
 * through a version or an alias. There is no `functionName`: changing one would replace the function and
 * drop the history of its running executions.
 *
 * An execution stays on the version that it began with, also when it waits for days. So a deployment keeps
 * the versions before its own; what nothing executes any more may be deleted by hand.
 */
export class DurableFunction extends Construct {
  readonly function: NodejsFunction;
  readonly alias: Alias;

  constructor(scope: Construct, id: string, props: DurableFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Logs', {
      retention: RetentionDays.TWO_WEEKS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);

    this.function = new NodejsFunction(this, 'Function', {
      description: props.description,
      entry: fileURLToPath(new URL(`../${props.entry}`, import.meta.url)),
      runtime: Runtime.NODEJS_22_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      // Lambda's most: what runs is limited by each step itself, and waiting for a step in one invocation
      // costs nothing extra.
      timeout: Duration.minutes(15),
      durableConfig: { executionTimeout: props.executionTimeout, retentionPeriod: props.retentionPeriod },
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
      role,
      logGroup,
      environment: props.environment,
      bundling: {
        format: OutputFormat.ESM,
        minify: true,
        sourceMap: false,
        // The runtime's own SDK may be older than the durable-execution API, so everything is bundled, but for what
        // renews a token of single sign-on, which a function never has.
        externalModules: ['@aws-sdk/nested-clients/sso-oidc'],
        esbuildArgs: {
          '--alias:@aws-sdk/client-lambda': fileURLToPath(new URL('./durableCalls.mjs', import.meta.url)),
          '--alias:@aws-sdk/credential-provider-node': fileURLToPath(
            new URL('./environmentCredentials.ts', import.meta.url),
          ),
        },
        mainFields: ['module', 'main'],
        // Some of the SDK's dependencies still call require(); an ES module has none of its own.
        banner: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);",
      },
    });

    // A policy of its own, not the role's default one: the function depends on its role's default policy,
    // and a statement naming the function there would close a cycle.
    const policy = new Policy(this, 'Permissions', {
      roles: [role],
      statements: [
        new PolicyStatement({
          sid: 'CheckpointOwnExecutions',
          actions: ['lambda:CheckpointDurableExecution', 'lambda:GetDurableExecutionState'],
          resources: [this.function.functionArn, `${this.function.functionArn}:*`],
        }),
        ...(props.wakesItself ? [mayWake(this.function.functionArn)] : []),
        ...props.statements,
      ],
    });

    this.alias = new Alias(this, 'Live', { aliasName: 'live', version: this.function.currentVersion });
    this.alias.node.addDependency(policy);
    this.addAlarms();
  }

  private addAlarms() {
    const alarm = (name: string, description: string, metric: ReturnType<NodejsFunction['metricErrors']>) =>
      new Alarm(this, name, {
        alarmDescription: description,
        metric,
        threshold: 1,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
    const period = Duration.minutes(5);
    alarm(
      'Errors',
      'An execution failed outside its own error handling.',
      this.function.metricErrors({ period }),
    );
    alarm('Throttles', 'Executions wait for Lambda concurrency.', this.function.metricThrottles({ period }));
  }
}

/** The right to tell executions of a durable function, of whatever version, that what they wait for has happened. */
export const mayWake = (functionArn: string) =>
  new PolicyStatement({
    sid: 'WakeWhatWaits',
    actions: ['lambda:SendDurableExecutionCallbackSuccess'],
    resources: [functionArn, `${functionArn}:*`],
  });
