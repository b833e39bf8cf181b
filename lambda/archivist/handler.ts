import { collaboratorsOf } from '../archive/wiring';
import type { ArchiveRequest } from '../archive/workflow';
import { startExecutionThrough } from '../durable/startExecution';
import { dynamoDb } from '../dynamodb';
import { required } from '../environment';
import type { StreamRecord } from '../indexer/follow';
import { type ArchiveProgress, catchUp } from './catchUp';
import { followArchived } from './follow';
import { archivistIn } from './store';

const start = startExecutionThrough<ArchiveRequest>(required('ARCHIVE_ARN'));
const archivist = {
  ...collaboratorsOf(),
  ...archivistIn(
    { postMortems: required('POST_MORTEMS_TABLE'), upkeep: required('UPKEEP_TABLE') },
    dynamoDb(),
  ),
  dimensions: Number(required('EMBEDDING_DIMENSIONS')),
};

/** Well within its timeout. */
const PATIENCE_MS = 200_000;

interface Event {
  Records?: StreamRecord[];
  /** Asked for by `npm run archive -- --rebuild`: from the beginning, whatever was done before. */
  rebuild?: boolean;
}

/** Called by the stream of the post-mortems, by a schedule, and by whoever wants the archive made anew. */
export const handler = async ({
  Records: records,
  rebuild = false,
}: Event): Promise<ArchiveProgress | undefined> => {
  if (records) {
    await followArchived(records, start);
    return undefined;
  }
  const until = Date.now() + PATIENCE_MS;
  return catchUp(archivist, { rebuild, hasTime: () => Date.now() < until });
};
