import type { Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Policy } from 'aws-cdk-lib/aws-iam';
import { AssistantFunction } from '../cdk/assistantFunction';
import { mayAsk, mayStart } from '../cdk/grants';
import type { AppliedGuardrail } from '../cdk/guardrailSettings';
import type { Geography } from '../lambda/models';
import type { AmplifyFunction } from './amplifyFunction';
import type { FindingMemories } from './remembering';

interface Assisting {
  stack: Stack;
  geography: Geography;
  graphqlUrl: string;
  graphqlApiArn: string;
  guardrail: AppliedGuardrail | undefined;
  tables: { postMortems: ITable };
  retrieval: FindingMemories;
  memory: FindingMemories;
  desk: AmplifyFunction;
}

/** The durable function that answers messages, and the proxy through which people say them. */
export function addAssisting({ stack, desk, ...with_ }: Assisting): void {
  const assistant = new AssistantFunction(stack, 'Assistant', with_);
  desk.addEnvironment('GRAPHQL_URL', with_.graphqlUrl);
  desk.addEnvironment('ASSISTANT_ARN', assistant.alias.functionArn);
  desk.resources.lambda.role?.attachInlinePolicy(
    new Policy(stack, 'ConversationDeskPermissions', {
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
    }),
  );
}
