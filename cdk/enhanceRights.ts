import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { DRAFTERS } from '../domain/enhancement/modelRoles';
import type { Geography, JudgeModel } from '../lambda/models';
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

/** What the code that drafts and judges finds in its environment, whatever runs it. */
export const enhanceEnvironment = ({ geography, judge, graphqlUrl, guardrail }: EnhanceFunctionProps) => ({
  GRAPHQL_URL: graphqlUrl,
  MODEL_GEOGRAPHY: geography,
  JUDGE_MODEL: judge.modelId,
  ...(guardrail && guardrailEnvironment(guardrail)),
});

/** What it may do: call its models, have the guardrail applied, and publish progress. */
export const enhanceStatements = ({
  geography,
  judge,
  graphqlApiArn,
  graphqlFields,
  guardrail,
}: EnhanceFunctionProps): PolicyStatement[] => [
  mayCallModels([...DRAFTERS.flatMap((role) => arnsOf(role, geography)), ...arnsOfJudge(judge, geography)]),
  ...(guardrail ? [mayApply(guardrail)] : []),
  new PolicyStatement({
    sid: 'PublishProgress',
    actions: ['appsync:GraphQL'],
    resources: graphqlFields.map((field) => `${graphqlApiArn}/types/${field.replace('.', '/fields/')}`),
  }),
];
