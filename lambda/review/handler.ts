import { type DurableExecutionHandler, withDurableExecution } from '@aws/durable-execution-sdk-js';
import type { ReviewRequest } from '../../domain/humanReview';
import { wakeUpThrough } from '../callbacks';
import type { Repetition } from './steps';
import { collaboratorsOf } from './wiring';
import { type ReviewEnding, reviewWorkflow } from './workflow';

const workflow: DurableExecutionHandler<ReviewRequest | Repetition, ReviewEnding | string> = reviewWorkflow(
  collaboratorsOf(wakeUpThrough()),
);

/** The durable Lambda function of the review. It is started by `lambda/reviewDesk`, through its alias. */
export const handler = withDurableExecution(workflow);
