import type { Stack } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EnhanceFunction } from '../cdk/enhanceFunction';
import { mayAsk, maySee, mayStart } from '../cdk/grants';
import { guardrailEnvironment, mayApply } from '../cdk/guardrail';
import type { AppliedGuardrail } from '../cdk/guardrailSettings';
import { arnsOf, mayCallModels } from '../cdk/modelGrants';
import { REVIEWER } from '../domain/enhancement/modelRoles';
import type { Geography, JudgeModel } from '../lambda/models';
import { type AmplifyFunction, give } from './amplifyFunction';

interface Drafting {
  stack: Stack;
  geography: Geography;
  judge: JudgeModel;
  graphqlUrl: string;
  graphqlApiArn: string;
  guardrail: AppliedGuardrail | undefined;
  /** Checks the caller and starts a run. */
  start: AmplifyFunction;
  /** It ends runs that died, starts those that never began, deletes those of what was deleted. */
  caretaker: AmplifyFunction;
  /** Asks a model for remarks on a whole document. */
  remarks: AmplifyFunction;
}

/** Everything that asks models: the durable function that drafts and judges, who starts it, and the remarks. */
export function addDrafting({ stack, start, caretaker, remarks, ...with_ }: Drafting): void {
  const { geography, graphqlUrl, graphqlApiArn, guardrail } = with_;
  const enhance = new EnhanceFunction(stack, 'Enhance', {
    geography,
    judge: with_.judge,
    graphqlUrl,
    graphqlApiArn,
    graphqlFields: ['Mutation.updateEnhancement'],
    guardrail,
  });

  /** What both functions that start runs need, beside the fields that each asks for. */
  const startsRuns = (starter: AmplifyFunction, name: string, statements: PolicyStatement[]) =>
    give(stack, starter, name, {
      environment: { GRAPHQL_URL: graphqlUrl, ENHANCE_ARN: enhance.alias.functionArn },
      statements: [...statements, mayStart('StartTheRun', enhance.alias)],
    });
  startsRuns(start, 'StartPermissions', [
    mayAsk('ReadCheckAndRecord', graphqlApiArn, [
      'Query/fields/getPostMortem',
      'Query/fields/getEnhancement',
      'Mutation/fields/createEnhancement',
      'Mutation/fields/updateEnhancement',
    ]),
  ]);
  startsRuns(caretaker, 'CaretakerPermissions', [
    mayAsk('ReadEndAndDeleteRuns', graphqlApiArn, [
      'Query/fields/enhancementsByStatus',
      'Query/fields/enhancementsByPostMortem',
      'Mutation/fields/updateEnhancement',
      'Mutation/fields/deleteEnhancement',
    ]),
    maySee('SeeExecutions', enhance.function),
  ]);

  give(stack, remarks, 'RemarksPermissions', {
    environment: {
      GRAPHQL_URL: graphqlUrl,
      MODEL_GEOGRAPHY: geography,
      ...(guardrail && guardrailEnvironment(guardrail)),
    },
    statements: [
      mayAsk('ReadOne', graphqlApiArn, ['Query/fields/getPostMortem']),
      mayCallModels(arnsOf(REVIEWER, geography)),
      ...(guardrail ? [mayApply(guardrail)] : []),
    ],
  });
}
