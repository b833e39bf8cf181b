import { readListing, readPostMortem, type Stored } from '../domain/postMortem/stored';
import { trendsOf } from '../domain/trends';
import type { TableCall } from '../local/dynamodb';
import type { Session } from '../local/nevermore/commandLine/session';
import { ACTIONS_OWNED } from '../src/data/amplify/actionDocuments';
import { LIST_OWNED } from '../src/data/amplify/documents';
import { TrendsReader } from '../src/features/trends/trendsReader';
import type { Measurement } from './report';

const RUNS = 5;
/** Whole documents a page of actions comes with no texts; the page stops at as many. */
const MOST_ACTIONS = 5_000;

type Answer = { data: Record<string, { items: Stored[]; nextToken: string | null }> };

/** Reads a whole library as the page of trends does, with its actions beside it, and makes the figures of it. */
export async function trendsOver(
  session: Session,
  owner: string,
  calls: TableCall[],
): Promise<Measurement[]> {
  const page = async (query: string, variables: Record<string, unknown>) => {
    const { data } = (await session.graphql({ query, variables })) as Answer;
    const [found] = Object.values(data);
    if (!found) throw new Error('The server gave no page.');
    return found;
  };
  const reader = () =>
    new TrendsReader({
      list: async ({ limit, next }) => {
        const { items, nextToken } = await page(LIST_OWNED, { owner, limit, nextToken: next });
        return { items: items.map(readListing), unreadable: 0, next: nextToken };
      },
      actions: async () => {
        const listings = [];
        let nextToken: string | null = null;
        do {
          const found: Answer['data'][string] = await page(ACTIONS_OWNED, { owner, nextToken });
          listings.push(...found.items.map(readPostMortem));
          nextToken = found.nextToken;
        } while (nextToken && listings.length < MOST_ACTIONS);
        return { listings, isWhole: nextToken === null, unreadable: 0 };
      },
    });
  const read: number[] = [];
  const figured: number[] = [];
  let [found, made] = [0, 0];
  for (let run = 0; run < RUNS; run += 1) {
    calls.length = 0;
    const reading = reader();
    const started = performance.now();
    await reading.readOn();
    read.push(performance.now() - started);
    const { listings, state, error } = reading.reading();
    if (state !== 'read') throw new Error('The library was not read to its end.', { cause: error });
    [found, made] = [listings.length, calls.length];
    const begun = performance.now();
    trendsOf(listings, { period: 'all', today: '2026-11-29', zone: 'UTC' });
    figured.push(performance.now() - begun);
  }
  return [
    { what: 'Trends of 10,000, read whole with its actions', unit: 'ms', values: read },
    { what: 'Trends of 10,000, the figures', unit: 'ms', values: figured },
    { what: 'Trends: post-mortems found', unit: '', values: [found] },
    { what: 'Trends: calls of the tables', unit: '', values: [made] },
  ];
}
