import type { Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { AssistantFunction } from '../cdk/assistantFunction';
import { mayAsk, maySee, mayStart, type Needs } from '../cdk/grants';
import type { AppliedGuardrail } from '../cdk/guardrailSettings';
import type { Geography } from '../lambda/models';
import { type AmplifyFunction, give } from './amplifyFunction';

interface Assisting {
  stack: Stack;
  geography: Geography;
  graphqlUrl: string;
  graphqlApiArn: string;
  guardrail: AppliedGuardrail | undefined;
  tables: { postMortems: ITable };
  /** What asking the archive takes, and what finding memories does. */
  retrieval: Needs;
  memory: Needs;
  desk: AmplifyFunction;
  /** It ends answers whose execution has died. */
  caretaker: AmplifyFunction;
}

/** The durable function that answers messages, and the proxy through which people say them. */
export function addAssisting({ stack, desk, caretaker, ...with_ }: Assisting): void {
  const assistant = new AssistantFunction(stack, 'Assistant', with_);
  give(stack, desk, 'ConversationDeskPermissions', {
    environment: { GRAPHQL_URL: with_.graphqlUrl, ASSISTANT_ARN: assistant.alias.functionArn },
    statements: [
      mayAsk('KeepConversations', with_.graphqlApiArn, [
        'Query/fields/getConversation',
        'Query/fields/messagesByConversation',
        'Query/fields/getConversationMessage',
        'Mutation/fields/createConversation',
        'Mutation/fields/updateConversation',
        'Mutation/fields/createConversationMessage',
        'Mutation/fields/updateConversationMessage',
      ]),
      mayStart('StartTheAnswer', assistant.alias),
    ],
  });
  give(stack, caretaker, 'LookAfterMessages', {
    environment: { ASSISTANT_ARN: assistant.alias.functionArn },
    statements: [
      mayAsk('EndMessages', with_.graphqlApiArn, [
        'Query/fields/messagesByStatus',
        'Mutation/fields/updateConversationMessage',
      ]),
      maySee('SeeAnswers', assistant.function),
    ],
  });
}
