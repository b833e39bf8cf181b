import { type DurableExecutionHandler, withDurableExecution } from '@aws/durable-execution-sdk-js';
import { collaboratorsOf } from './wiring';
import { type ArchiveEnding, type ArchiveRequest, archiveWorkflow } from './workflow';

const workflow: DurableExecutionHandler<ArchiveRequest, ArchiveEnding> = archiveWorkflow(collaboratorsOf());

/** The durable Lambda function that keeps the archive. It is started by `lambda/archivist`, through its alias. */
export const handler = withDurableExecution(workflow);
