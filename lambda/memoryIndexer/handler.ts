import { bedrockEmbed } from '../bedrock/embed';
import { dynamoDb } from '../dynamodb';
import { required } from '../environment';
import { keeperOf } from '../indexKeeper';
import { vectorIndexIn } from '../vectors';
import { catchUp } from './catchUp';
import { followMemories } from './follow';
import { memoryKeeperIn } from './store';

const dimensions = Number(required('EMBEDDING_DIMENSIONS'));
const index = {
  vectors: vectorIndexIn(required('VECTOR_BUCKET'), required('MEMORY_INDEX')),
  embed: bedrockEmbed(dimensions, { maxAttempts: 3 }),
};
const keeper = {
  ...index,
  ...memoryKeeperIn({ memories: required('MEMORIES_TABLE'), upkeep: required('UPKEEP_TABLE') }, dynamoDb()),
  dimensions,
};

/** Keeps the index of memories. `npm run memories -- --rebuild` makes it anew. */
export const handler = keeperOf({
  follow: (records) => followMemories(records, index),
  catchUp: (options) => catchUp(keeper, options),
});
