import type { Stack } from 'aws-cdk-lib';
import { Policy, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EnhanceFunction } from '../cdk/enhanceFunction';
import { mayAsk, maySee, mayStart } from '../cdk/grants';
import { guardrailEnvironment, mayApply } from '../cdk/guardrail';
import type { AppliedGuardrail } from '../cdk/guardrailSettings';
import { arnsOf, mayCallModels } from '../cdk/modelGrants';
import { REVIEWER } from '../domain/enhancement/modelRoles';
import type { Geography, JudgeModel } from '../lambda/models';
import type { AmplifyFunction } from './amplifyFunction';

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
  const startsRuns = (starter: AmplifyFunction, name: string, statements: PolicyStatement[]) => {
    starter.addEnvironment('GRAPHQL_URL', graphqlUrl);
    starter.addEnvironment('ENHANCE_ARN', enhance.alias.functionArn);
    starter.resources.lambda.role?.attachInlinePolicy(
      new Policy(stack, name, { statements: [...statements, mayStart('StartTheRun', enhance.alias)] }),
    );
  };
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
      'Query/fields/getPostMortem',
      'Query/fields/enhancementsByStatus',
      'Query/fields/enhancementsByPostMortem',
      'Mutation/fields/updateEnhancement',
      'Mutation/fields/deleteEnhancement',
    ]),
    maySee('SeeExecutions', enhance.function),
  ]);

  remarks.addEnvironment('GRAPHQL_URL', graphqlUrl);
  remarks.addEnvironment('MODEL_GEOGRAPHY', geography);
  for (const [name, value] of Object.entries(guardrail ? guardrailEnvironment(guardrail) : {}))
    remarks.addEnvironment(name, value);
  remarks.resources.lambda.role?.attachInlinePolicy(
    new Policy(stack, 'RemarksPermissions', {
      statements: [
        mayAsk('ReadOne', graphqlApiArn, ['Query/fields/getPostMortem']),
        mayCallModels(arnsOf(REVIEWER, geography)),
        ...(guardrail ? [mayApply(guardrail)] : []),
      ],
    }),
  );
}
