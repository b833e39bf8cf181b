import type { Revision } from '../../../domain/history/revision';
import { fromWire } from '../../../domain/history/wire';
import { say } from '../../language/say';
import { ServiceFailedError } from '../errors';
import type { HistoryStore } from '../types';
import { requestRecord } from './graphql';

const REVISIONS_OF_POST_MORTEM = `query RevisionsOfPostMortem($postMortemId: ID!, $nextToken: String) {
  revisionsOfPostMortem(postMortemId: $postMortemId, nextToken: $nextToken) {
    items { place revision savedAt content } nextToken
  }
}`;

interface StoredRevision {
  place: string;
  revision: number;
  savedAt: string;
  /** The rest of it as JSON, zipped, in base64. */
  content: string;
}
interface Page {
  items: StoredRevision[];
  nextToken: string | null;
}

/** The saves of post-mortems, behind the Amplify data client. */
export const amplifyHistory: HistoryStore = {
  async of(postMortemId) {
    const stored: StoredRevision[] = [];
    let nextToken: string | null = null;
    do {
      const page: Page = await requestRecord<Page>(
        REVISIONS_OF_POST_MORTEM,
        { postMortemId, nextToken },
        { postMortemId },
      );
      stored.push(...page.items);
      nextToken = page.nextToken;
    } while (nextToken);
    return Promise.all(stored.reverse().map(readRevision));
  },
};

async function readRevision({ content, ...known }: StoredRevision): Promise<Revision> {
  try {
    const zipped = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
    const json = new Response(zipped).body?.pipeThrough(new DecompressionStream('gzip'));
    const rest = fromWire(await new Response(json).text()) as Omit<Revision, keyof typeof known>;
    return { ...known, ...rest };
  } catch (cause) {
    throw new ServiceFailedError(say('A saved version cannot be read.'), { cause });
  }
}
