import { bedrockEmbed } from '../bedrock/embed';
import { required } from '../environment';
import { vectorIndexIn } from '../vectors';
import { warn } from '../warn';
import type { FindByIndex } from './find';
import { findingByIndex } from './meaning';

/** Somebody waits for the answer: words alone are better than a late one. */
const PATIENCE_MS = 4_000;

/** How memories are found by their index, from the environment of a function. @throws MissingEnvironmentError */
export const findByIndexFrom = (): FindByIndex =>
  findingByIndex(
    {
      vectors: vectorIndexIn(required('VECTOR_BUCKET'), required('MEMORY_INDEX')),
      embed: bedrockEmbed(Number(required('EMBEDDING_DIMENSIONS')), {
        maxAttempts: 2,
        timeoutMs: PATIENCE_MS,
      }),
    },
    warn,
  );
