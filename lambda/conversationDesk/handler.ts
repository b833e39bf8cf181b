import type { AssistantRequest } from '../../domain/conversation/conversation';
import { signedGraphql } from '../appsync';
import { conversationsThrough } from '../conversations/records';
import { startExecutionThrough } from '../durable/startExecution';
import { required } from '../environment';
import { desk } from './desk';

/** The Lambda function behind `sayToAssistant`, `stopAssistant` and `settleProposal`. */
export const handler = desk({
  records: conversationsThrough(signedGraphql(required('GRAPHQL_URL'))),
  start: startExecutionThrough<AssistantRequest>(required('ASSISTANT_ARN')),
  now: () => new Date(),
});
