import type { Stack } from 'aws-cdk-lib';
import { mayAsk, type Needs } from '../cdk/grants';
import { guardrailEnvironment, mayApply } from '../cdk/guardrail';
import type { AppliedGuardrail } from '../cdk/guardrailSettings';
import { arnsOf, mayStreamModels } from '../cdk/modelGrants';
import { ANSWERER } from '../domain/enhancement/modelRoles';
import type { Geography } from '../lambda/models';
import { type AmplifyFunction, give } from './amplifyFunction';

interface Asking {
  stack: Stack;
  geography: Geography;
  graphqlUrl: string;
  graphqlApiArn: string;
  guardrail: AppliedGuardrail | undefined;
  /** What whoever looks into the archive needs. */
  retrieval: Needs;
  /** Answers questions. */
  ask: AmplifyFunction;
  /** It ends answers whose function has died. */
  caretaker: AmplifyFunction;
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
  caretaker,
}: Asking): void {
  give(stack, ask, 'AskPermissions', {
    environment: {
      ...retrieval.environment,
      GRAPHQL_URL: graphqlUrl,
      MODEL_GEOGRAPHY: geography,
      ...(guardrail && guardrailEnvironment(guardrail)),
    },
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
  });
  give(stack, caretaker, 'LookAfterArchiveAnswers', {
    environment: {},
    statements: [
      mayAsk('EndArchiveAnswers', graphqlApiArn, [
        'Query/fields/answersByStatus',
        'Mutation/fields/updateArchiveAnswer',
      ]),
    ],
  });
}
