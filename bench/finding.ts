import { fetchAuthSession, signOut } from 'aws-amplify/auth';
import { SEARCH_MARKED, SIMILAR } from '../domain/postMortem/searchQueries';
import type { Order } from '../domain/search/match';
import type { TableCall } from '../local/dynamodb';
import { type Session, signInTo } from '../local/nevermore/commandLine/session';
import type { RunningCloud } from '../local/stateFolder';
import { LIST_OWNED } from '../src/data/amplify/documents';
import { newBenchState, startBenchCloud } from './benchCloud';
import { idOf, madeUpLibrary, podOf, seed } from './findingLibrary';
import { trendsOver } from './findingTrends';
import { percentilesOf } from './percentiles';
import { type Bench, type Measurement, ratios } from './report';

const FEW = 100;
const MANY = 10_000;
/** As the first page asks: a row more than it shows. */
const FIRST_PAGE = 51;

interface Question {
  what: string;
  document: string;
  variables: Record<string, unknown>;
}

const searching = (what: string, text: string, order: Order = 'BEST'): Question => ({
  what,
  document: SEARCH_MARKED,
  variables: { text, shelf: 'MINE', order },
});

const questionsFor = (owner: string, size: number): Question[] => [
  { what: 'First page', document: LIST_OWNED, variables: { owner, limit: FIRST_PAGE } },
  searching('Search, one word', 'cluster'),
  searching('Search, two words', 'deployed nodes'),
  searching('Search, one word, last changed first', 'cluster', 'CHANGED'),
  searching('Search, beginning of a word', 'kube'),
  searching('Search, an identifier that one has', podOf(42)),
  searching('Search, nothing found', 'amontillado'),
  { what: 'Similar', document: SIMILAR, variables: { postMortemId: idOf(41, size) } },
];

/** What one question took and read. */
interface Asked {
  p50: number[];
  p95: number[];
  /** Queries and their likes that it made. */
  calls: number;
  /** Items of the table of post-mortems that those read, and items of the index of words. */
  documents: number;
  entries: number;
  found: number;
}

/**
 * A library of 10,000 post-mortems of 1.6 KB against one of 100: the first page, and searches through the whole
 * local flow, as the page asks them; and what they read of the tables.
 */
export const finding: Bench = async () => {
  const state = newBenchState();
  const sizes = [FEW, MANY];
  const first = await startBenchCloud(undefined, undefined, { state });
  const documents = [];
  for (const size of sizes) {
    await first.cloud.seedUser({ ...accountOf(size), replacesPassword: true });
    await signInTo({ ...first.running, demo: accountOf(size) });
    documents.push(...madeUpLibrary(size, await signedIn()));
    await signOut();
  }
  const { assembly } = first;
  await first.close();
  await seed(state, assembly, documents);

  const calls: TableCall[] = [];
  const cloud = await startBenchCloud(undefined, undefined, {
    state,
    onTableCall: (call) => calls.push(call),
  });
  const few = await measure(FEW, cloud.running, calls);
  const many = await measure(MANY, cloud.running, calls);
  const trends = await withTrends(cloud.running, calls);
  await cloud.close();
  const found = [...many].flatMap(([what, asked]): Measurement[] => {
    const beside = few.get(what);
    if (!beside) throw new Error(`Nobody asked for ${what} in the small library.`);
    const aim = what === 'Similar' ? {} : { aim: '≤ 150' };
    return [
      { what: `${what} of ${FEW}, p95`, unit: 'ms', values: beside.p95 },
      { what: `${what} of 10,000, p50`, unit: 'ms', values: asked.p50 },
      { what: `${what} of 10,000, p95`, unit: 'ms', values: asked.p95, ...aim },
      {
        what: `${what}: 10,000 ÷ ${FEW}, p95`,
        unit: '×',
        values: ratios(asked.p95, beside.p95),
        aim: '≤ 2',
      },
      { what: `${what}: found`, unit: '', values: [asked.found] },
      { what: `${what}: calls of the tables`, unit: '', values: [asked.calls] },
      { what: `${what}: post-mortems read`, unit: 'items', values: [asked.documents] },
      { what: `${what}: items of the index read`, unit: 'items', values: [asked.entries] },
    ];
  });
  return [...found, ...trends];
};

async function withTrends(running: RunningCloud, calls: TableCall[]): Promise<Measurement[]> {
  const session = await signInTo({ ...running, demo: accountOf(MANY) });
  const measured = await trendsOver(session, await signedIn(), calls);
  await signOut();
  return measured;
}

/** Two teams in one table: that of another one is not to be felt. */
const accountOf = (size: number) => ({
  email: `team-of-${size}@nevermore.local`,
  password: 'Tap-tap-tapping-9',
});

async function measure(size: number, running: RunningCloud, calls: TableCall[]): Promise<Map<string, Asked>> {
  const session = await signInTo({ ...running, demo: accountOf(size) });
  const results = new Map<string, Asked>();
  for (const question of questionsFor(await signedIn(), size))
    results.set(question.what, await ask(session, question, calls));
  await signOut();
  return results;
}

async function signedIn(): Promise<string> {
  const sub = (await fetchAuthSession()).tokens?.accessToken.payload.sub;
  if (!sub) throw new Error('The demo account got no token.');
  return sub;
}

async function ask(session: Session, { document, variables }: Question, calls: TableCall[]): Promise<Asked> {
  const once = async () => (await session.graphql({ query: document, variables })) as { data: object };
  for (let warm = 0; warm < 10; warm += 1) await once();
  calls.length = 0;
  const found = foundIn(await once());
  const counted = countsOf(calls);
  return { ...(await percentilesOf(once)), found, ...counted };
}

function foundIn({ data }: { data: object }): number {
  const [answer] = Object.values(data) as { items?: unknown[]; count?: number; length?: number }[];
  return answer?.count ?? answer?.items?.length ?? answer?.length ?? 0;
}

function countsOf(calls: readonly TableCall[]): Pick<Asked, 'calls' | 'documents' | 'entries'> {
  const counts = { calls: calls.length, documents: 0, entries: 0 };
  const add = (table: string, items: number) => {
    if (table.startsWith('PostMortem')) counts.documents += items;
    else if (table.startsWith('SearchEntry')) counts.entries += items;
  };
  for (const { request, answer } of calls) {
    const { Responses, ScannedCount, Item } = answer as {
      Responses?: Record<string, unknown[]>;
      ScannedCount?: number;
      Item?: object;
    };
    for (const [table, items] of Object.entries(Responses ?? {})) add(table, items.length);
    if (!Responses) add(String(request.TableName), ScannedCount ?? (Item ? 1 : 0));
  }
  return counts;
}
