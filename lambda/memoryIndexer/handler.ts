import { bedrockEmbed } from '../bedrock/embed';
import { required } from '../environment';
import { followMemories } from '../memories/meaning';
import type { StreamRecord } from '../streamRecord';
import { vectorIndexIn } from '../vectors';

const index = {
  vectors: vectorIndexIn(required('VECTOR_BUCKET'), required('MEMORY_INDEX')),
  embed: bedrockEmbed(Number(required('EMBEDDING_DIMENSIONS')), { maxAttempts: 3 }),
};

/** Called by the stream of the memories. What fails comes again. */
export const handler = ({ Records: records }: { Records: StreamRecord[] }): Promise<void> =>
  followMemories(records, index);
