import { collaboratorsOf } from '../archive/wiring';
import type { ArchiveRequest } from '../archive/workflow';
import { startExecutionThrough } from '../durable/startExecution';
import { dynamoDb } from '../dynamodb';
import { required } from '../environment';
import { keeperOf } from '../indexKeeper';
import { catchUp } from './catchUp';
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

/** Keeps the archive. `npm run archive -- --rebuild` makes it anew. */
export const handler = keeperOf({
  follow: (records) => followArchived(records, start),
  catchUp: (options) => catchUp(archivist, options),
});
