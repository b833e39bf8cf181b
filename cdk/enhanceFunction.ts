import { fileURLToPath } from 'node:url';
import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Effect, Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Alias, Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { LONGEST_RUN_MINUTES } from '../domain/enhancement';
import { DRAFTERS } from '../domain/models';
import { GEOGRAPHIES, type Geography, inferenceProfile, type JudgeModel, MODELS } from '../lambda/models';

export interface EnhanceFunctionProps {
  /** Where the models run; it decides the inference profiles and the regions IAM must allow. */
  geography: Geography;
  judge: JudgeModel;
  /** The AppSync endpoint that progress is published to. */
  graphqlUrl: string;
  /** ARN of that API; the function may call `graphqlFields` of it and nothing else. */
  graphqlApiArn: string;
  /** `Mutation.field` names the handler calls. */
  graphqlFields: readonly string[];
  /** A Bedrock Guardrail of the account, applied to drafts and verdicts. */
  guardrail?: { id: string; version: string };
}

/**
 * The durable Lambda function that drafts and judges, with a version and the alias `live`.
 *
 * Durability can only be chosen when a function is created, and a durable function can only be invoked
 * through a version or an alias. There is no `functionName`: changing one would replace the function and
 * drop the history of its running executions.
 */
export class EnhanceFunction extends Construct {
  readonly function: NodejsFunction;
  readonly alias: Alias;

  constructor(scope: Construct, id: string, props: EnhanceFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Logs', {
      retention: RetentionDays.TWO_WEEKS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);

    this.function = new NodejsFunction(this, 'Function', {
      description: 'Nevermore: drafts with two models, judges with a third, resumes where it stopped.',
      entry: fileURLToPath(new URL('../lambda/enhance/handler.ts', import.meta.url)),
      runtime: Runtime.NODEJS_22_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      // Lambda's most: what runs is the model calls' own limit (lambda/enhance/callLimit.ts), and waiting for
      // them in one invocation costs nothing extra.
      timeout: Duration.minutes(15),
      durableConfig: {
        executionTimeout: Duration.minutes(LONGEST_RUN_MINUTES),
        retentionPeriod: Duration.days(14),
      },
      role,
      logGroup,
      environment: {
        GRAPHQL_URL: props.graphqlUrl,
        MODEL_GEOGRAPHY: props.geography,
        JUDGE_MODEL: props.judge.modelId,
        ...(props.guardrail && {
          GUARDRAIL_ID: props.guardrail.id,
          GUARDRAIL_VERSION: props.guardrail.version,
        }),
      },
      bundling: {
        format: OutputFormat.ESM,
        minify: true,
        sourceMap: false,
        // The runtime's own SDK may be older than the durable-execution API, so everything is bundled but the
        // ways to log in that a function never takes: its credentials come from the environment. The SDK only
        // imports these when there are none, and they are a tenth of the bundle.
        externalModules: [
          ...['sso', 'ini', 'process', 'web-identity'].map((way) => `@aws-sdk/credential-provider-${way}`),
          '@aws-sdk/nested-clients/sso-oidc',
          '@smithy/credential-provider-imds',
        ],
        esbuildArgs: {
          '--alias:@aws-sdk/client-lambda': fileURLToPath(new URL('./durableCalls.mjs', import.meta.url)),
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
        new PolicyStatement({
          sid: 'CallTheModels',
          actions: ['bedrock:InvokeModel'],
          resources: [...drafterArns(props.geography), ...judgeArns(props.judge, props.geography)],
        }),
        ...(props.guardrail ? [mayApply(props.guardrail.id)] : []),
        new PolicyStatement({
          sid: 'PublishProgress',
          effect: Effect.ALLOW,
          actions: ['appsync:GraphQL'],
          resources: props.graphqlFields.map((field) => {
            const [type, name] = field.split('.');
            return `${props.graphqlApiArn}/types/${type}/fields/${name}`;
          }),
        }),
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
      'An enhancement failed outside its own error handling.',
      this.function.metricErrors({ period }),
    );
    alarm(
      'Throttles',
      'Enhancements wait for Lambda concurrency.',
      this.function.metricThrottles({ period }),
    );
  }
}

const mayApply = (guardrailId: string) =>
  new PolicyStatement({
    sid: 'ApplyTheGuardrail',
    actions: ['bedrock:ApplyGuardrail'],
    resources: [`arn:${Aws.PARTITION}:bedrock:${Aws.REGION}:${Aws.ACCOUNT_ID}:guardrail/${guardrailId}`],
  });

/** The inference profiles, and the foundation models in every region they may route to. */
const drafterArns = (geography: Geography): string[] =>
  DRAFTERS.flatMap((role) => [
    profileArn(inferenceProfile(role, geography)),
    ...GEOGRAPHIES[geography].regions.map((region) => modelArn(region, MODELS[role].foundationModel)),
  ]);

/** Where a profile of another family routes to is its provider's business: any region, but that model only. */
function judgeArns({ modelId, foundationModel, throughProfile }: JudgeModel, geography: Geography): string[] {
  if (!throughProfile) return [modelArn(Aws.REGION, foundationModel)];
  const regions = foundationModel === MODELS.pro.foundationModel ? GEOGRAPHIES[geography].regions : ['*'];
  return [profileArn(modelId), ...regions.map((region) => modelArn(region, foundationModel))];
}

const profileArn = (profile: string): string =>
  `arn:${Aws.PARTITION}:bedrock:${Aws.REGION}:${Aws.ACCOUNT_ID}:inference-profile/${profile}`;

const modelArn = (region: string, foundationModel: string): string =>
  `arn:${Aws.PARTITION}:bedrock:${region}::foundation-model/${foundationModel}`;
