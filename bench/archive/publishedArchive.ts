import { enterablesOf } from '../../domain/archive/keys';
import { embeddedText } from '../../domain/archive/passage';
import { emptyPostMortem } from '../../domain/postMortem';
import type { Stored } from '../../domain/postMortem/stored';
import type { Embed } from '../../lambda/bedrock/embed';
import type { Retrieval } from '../../lambda/retrieval/retrieve';
import { embedOffline, OFFLINE_EMBEDDER } from '../../local/nevermore/answering/embedding/offlineEmbedder';
import { memoryVectors, memoryWords } from '../../test/lambda/archive/memoryArchive';
import { publishedCases } from '../publishedCases';

export const POOL = 'https://pool';
const DIMENSIONS = 256;

const embed: Embed = async (texts) => ({
  embeddedBy: OFFLINE_EMBEDDER,
  vectors: texts.map((text) => embedOffline(text, DIMENSIONS)),
});

/** The published incidents as their authors would have them here; what they tell by times is the response. */
const documents = (): Map<string, Stored> =>
  new Map(
    publishedCases().map(({ id, title, description, rootCause, timeline }) => [
      id,
      {
        ...emptyPostMortem(title),
        ...{ id, owner: 'ann', status: 'PUBLISHED', audience: [POOL], createdAt: '2026-03-04T10:00:00.000Z' },
        ...{ description, rootCause, response: timeline },
      },
    ]),
  );

/** Ways of looking that are compared. */
export type Way = 'words' | 'meaning' | 'both';

/** The published incidents in an archive that is asked one way, embedded by the rules that a laptop starts with. */
export async function publishedArchive(): Promise<Record<Way, Retrieval>> {
  const stored = documents();
  const { vectors } = memoryVectors();
  for (const one of stored.values()) {
    const enterables = [...enterablesOf(one).values()];
    const { vectors: made, embeddedBy } = await embed(enterables.map(({ passage }) => embeddedText(passage)));
    await vectors.put(
      enterables.map(({ key, facts }, at) => ({
        ...{ key, vector: made[at] as Float32Array, metadata: { ...facts, embedder: embeddedBy } },
      })),
    );
  }
  const words = memoryWords(stored);
  const both = { words, vectors, embed, warn: () => {} };
  const nothing = { ...memoryWords(new Map()), documents: words.documents };
  const nobody: Embed = async () => {
    throw new Error('Words alone are measured.');
  };
  return { words: { ...both, embed: nobody }, meaning: { ...both, words: nothing }, both };
}
