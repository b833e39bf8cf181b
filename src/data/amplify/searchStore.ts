import { fieldById } from '../../../domain/postMortem/fields';
import { SEARCH_MARKED, SIMILAR, SIMILAR_TO_TEXT } from '../../../domain/postMortem/searchQueries';
import { readListing, type Stored } from '../../../domain/postMortem/stored';
import type { SearchHit, SearchStore, SimilarIncident, SimilarPostMortem } from '../types';
import { requestRecord } from './graphql';

type StoredHit = Stored & { passage: SearchHit['passage'] };
type StoredSimilar = Stored & Pick<SimilarPostMortem, 'words' | 'sameService' | 'sameTags' | 'closest'>;
interface Answer {
  items: StoredHit[];
  count: number;
  isWhole: boolean;
  nextToken: string | null;
}

/** What is found by words, behind the Amplify data client. */
export const amplifySearch: SearchStore = {
  async search({ severity, status, service, tag, from, to, next, ...question }) {
    const asked = {
      ...question,
      severity: severity || null,
      status: status || null,
      service: service || null,
      tag: tag || null,
      from: from === '' ? null : startOf(from),
      to: to === '' ? null : endOf(to),
      nextToken: next,
    };
    const { items, count, isWhole, nextToken } = await requestRecord<Answer>(SEARCH_MARKED, asked);
    const hits = items.map(({ passage, ...stored }) => ({ ...readListing(stored), passage }));
    return { items: hits.filter(isKnown), count, isWhole, next: nextToken };
  },

  async similar(postMortemId) {
    const found = await requestRecord<StoredSimilar[]>(SIMILAR, { postMortemId }, { postMortemId });
    return found.map(({ words, sameService, sameTags, closest, ...stored }) => ({
      ...readListing(stored),
      ...{ words, sameService, sameTags, closest },
    }));
  },

  similarToText: (text, except) => requestRecord<SimilarIncident[]>(SIMILAR_TO_TEXT, { text, except }),
};

/** A day's first and last moment where the reader is, as an ISO moment. */
const startOf = (day: string): string => new Date(`${day}T00:00:00`).toISOString();
const endOf = (day: string): string => new Date(`${day}T23:59:59.999`).toISOString();

/** A server that is newer than this page may name a field that it does not know. */
const isKnown = ({ passage }: SearchHit): boolean => fieldById(passage.field) !== undefined;
