import { isOfTheArchive, nameOfChange } from '../../domain/archive/change';
import type { ArchiveRequest } from '../archive/workflow';
import type { StartExecution } from '../durable/startExecution';
import { type StreamRecord, statesById } from '../streamRecord';

/**
 * Starts an execution for every document whose changes matter to the archive: published, changed while it is,
 * withdrawn, made private, binned, restored, deleted. Of several changes of one document the last one names it, as
 * the execution reads the record anyway; whatever stood between them counts, as an earlier attempt at the batch may
 * have begun that one. A batch that comes again starts the same executions, which is starting none.
 */
export async function followArchived(
  records: readonly StreamRecord[],
  start: StartExecution<ArchiveRequest>,
): Promise<void> {
  for (const [documentId, states] of statesById(records)) {
    const after = states.at(-1) ?? null;
    if (!states.some((state) => isOfTheArchive(state, after))) continue;
    const change = nameOfChange(documentId, states.findLast((state) => state !== null) ?? null, after);
    await start(change, { documentId, change });
  }
}
