import { type DurableExecutionHandler, withDurableExecution } from '@aws/durable-execution-sdk-js';
import type { EnhancementRequest } from '../../domain/enhancement';
import { collaboratorsOf } from './wiring';
import { enhanceWorkflow } from './workflow';

const workflow: DurableExecutionHandler<EnhancementRequest, unknown> = enhanceWorkflow(collaboratorsOf());

/** The durable Lambda function. It is started by `lambda/start`, through its alias. */
export const handler = withDurableExecution(workflow);
