import type { Stack } from 'aws-cdk-lib';
import { Policy, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { mayAsk } from '../cdk/grants';
import { guardrailEnvironment, mayApply } from '../cdk/guardrail';
import type { AppliedGuardrail } from '../cdk/guardrailSettings';
import { arnsOf, mayStreamModels } from '../cdk/modelGrants';
import { ANSWERER } from '../domain/enhancement/modelRoles';
import type { Geography } from '../lambda/models';
import type { AmplifyFunction } from './amplifyFunction';

interface Asking {
  stack: Stack;
  geography: Geography;
  graphqlUrl: string;
  graphqlApiArn: string;
  guardrail: AppliedGuardrail | undefined;
  /** What whoever looks into the archive needs. */
  retrieval: { environment: Readonly<Record<string, string>>; statements: PolicyStatement[] };
  /** Answers questions. */
  ask: AmplifyFunction;
}

/** Answers from the archive: who finds passages, has a model answer from them, and keeps the answer. */
export function addAsking({
  stack,
  geography,
  graphqlUrl,
  graphqlApiArn,
  guardrail,
  retrieval,
  ask,
}: Asking): void {
  const environment = {
    ...retrieval.environment,
    GRAPHQL_URL: graphqlUrl,
    MODEL_GEOGRAPHY: geography,
    ...(guardrail && guardrailEnvironment(guardrail)),
  };
  for (const [name, value] of Object.entries(environment)) ask.addEnvironment(name, value);
  ask.resources.lambda.role?.attachInlinePolicy(
    new Policy(stack, 'AskPermissions', {
      statements: [
        ...retrieval.statements,
        mayStreamModels(arnsOf(ANSWERER, geography)),
        ...(guardrail ? [mayApply(guardrail)] : []),
        mayAsk('KeepTheAnswer', graphqlApiArn, [
          'Query/fields/getArchiveAnswer',
          'Mutation/fields/createArchiveAnswer',
          'Mutation/fields/updateArchiveAnswer',
        ]),
      ],
    }),
  );
}
