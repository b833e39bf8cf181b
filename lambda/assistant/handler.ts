import { type DurableExecutionHandler, withDurableExecution } from '@aws/durable-execution-sdk-js';
import type { AssistantRequest } from '../../domain/conversation/conversation';
import { collaboratorsOf } from './wiring';
import { assistantWorkflow } from './workflow';

const workflow: DurableExecutionHandler<AssistantRequest, string> = assistantWorkflow(collaboratorsOf());

/** The durable Lambda function of the assistant. It is started by `lambda/conversationDesk`, through its alias. */
export const handler = withDurableExecution(workflow);
