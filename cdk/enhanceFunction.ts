import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { LONGEST_RUN_MINUTES } from '../domain/enhancement';
import { DRAFTERS } from '../domain/enhancement/modelRoles';
import type { Geography, JudgeModel } from '../lambda/models';
import { DurableFunction } from './durableFunction';
import { guardrailEnvironment, mayApply } from './guardrail';
import type { AppliedGuardrail } from './guardrailSettings';
import { arnsOf, arnsOfJudge, mayCallModels } from './modelGrants';

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
  guardrail?: AppliedGuardrail | undefined;
}

/** The durable Lambda function that drafts and judges. */
export class EnhanceFunction extends DurableFunction {
  constructor(scope: Construct, id: string, props: EnhanceFunctionProps) {
    super(scope, id, {
      description: 'Nevermore: drafts with two models, judges with a third, resumes where it stopped.',
      entry: 'lambda/enhance/handler.ts',
      executionTimeout: Duration.minutes(LONGEST_RUN_MINUTES),
      retentionPeriod: Duration.days(14),
      environment: {
        GRAPHQL_URL: props.graphqlUrl,
        MODEL_GEOGRAPHY: props.geography,
        JUDGE_MODEL: props.judge.modelId,
        ...(props.guardrail && guardrailEnvironment(props.guardrail)),
      },
      statements: [
        mayCallModels([
          ...DRAFTERS.flatMap((role) => arnsOf(role, props.geography)),
          ...arnsOfJudge(props.judge, props.geography),
        ]),
        ...(props.guardrail ? [mayApply(props.guardrail)] : []),
        new PolicyStatement({
          sid: 'PublishProgress',
          actions: ['appsync:GraphQL'],
          resources: props.graphqlFields.map((field) => {
            const [type, name] = field.split('.');
            return `${props.graphqlApiArn}/types/${type}/fields/${name}`;
          }),
        }),
      ],
    });
  }
}
