import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { fetchAuthSession, signOut } from 'aws-amplify/auth';
import { SEARCH_MARKED, SIMILAR_TO_TEXT } from '../../domain/postMortem/searchQueries';
import type { ArchiveProgress } from '../../lambda/archivist/catchUp';
import { type Session, signInTo } from '../../local/nevermore/commandLine/session';
import type { RunningCloud } from '../../local/stateFolder';
import { newBenchState, startBenchCloud } from '../benchCloud';
import { madeUpLibrary, podOf, seed } from '../findingLibrary';
import { percentilesOf } from '../percentiles';
import { type Bench, ratios } from '../report';

const MANY = 10_000;

/** What people ask with; the last one is meant to the letter. */
const QUESTIONS = [
  'nodes ran out of memory after a deploy',
  'certificate mismatch for every host name',
  'someone renamed the branch and the site went down',
  podOf(42),
];

/**
 * An archive of 10,000 published post-mortems of 1.6 KB, asked through the whole local flow: by meaning and words,
 * records read again; beside a search by words alone. And how long it takes to enter them all.
 */
export const archiveMany: Bench = async () => {
  const state = newBenchState();
  const first = await startBenchCloud(undefined, undefined, { state });
  await signInTo(first.running);
  const payload = (await fetchAuthSession()).tokens?.accessToken.payload;
  await signOut();
  const { assembly } = first;
  await first.close();
  const published = madeUpLibrary(MANY, String(payload?.sub)).map((document) => ({
    ...document,
    ...{ status: 'PUBLISHED', audience: [String(payload?.iss)] },
  }));
  await seed(state, assembly, published);

  const cloud = await startBenchCloud(undefined, undefined, { state });
  try {
    const started = performance.now();
    const entered = await enterAll(
      cloud.running,
      assembly.functions.map(({ name }) => name),
    );
    const seconds = (performance.now() - started) / 1_000;
    const session = await signInTo(cloud.running);
    const archive = await percentiles(session, SIMILAR_TO_TEXT, (text) => ({ text }));
    const words = await percentiles(session, SEARCH_MARKED, (text) => ({
      text,
      shelf: 'PUBLISHED',
      order: 'BEST',
    }));
    return [
      { what: `Entering ${MANY.toLocaleString('en')} documents`, unit: 's', values: [seconds] },
      { what: '— passages', unit: '', values: [entered.passages] },
      { what: 'By meaning and words, p50', unit: 'ms', values: archive.p50 },
      { what: 'By meaning and words, p95', aim: '≤ 150', unit: 'ms', values: archive.p95 },
      { what: 'Search by words alone, p95', unit: 'ms', values: words.p95 },
      { what: 'The one ÷ the other, p95', unit: '×', values: ratios(archive.p95, words.p95) },
    ];
  } finally {
    await signOut();
    await cloud.close();
  }
};

async function enterAll(running: RunningCloud, functions: readonly string[]): Promise<ArchiveProgress> {
  const { lambda: endpoint, region, credentials } = running;
  const client = new LambdaClient({ endpoint, region, credentials });
  const call = async (payload: object) => {
    const answer = await client.send(
      new InvokeCommand({
        FunctionName: functions.find((name) => name.startsWith('archivist')),
        Payload: JSON.stringify(payload),
      }),
    );
    const told = JSON.parse(Buffer.from(answer.Payload ?? []).toString('utf8'));
    if (answer.FunctionError) throw new Error(told.errorMessage);
    return told as ArchiveProgress;
  };
  let progress = await call({ rebuild: true });
  while (!progress.isDone) progress = await call({});
  client.destroy();
  return progress;
}

async function percentiles(session: Session, query: string, variablesOf: (text: string) => object) {
  const once = async (at: number) => {
    const variables = variablesOf(QUESTIONS[at % QUESTIONS.length] as string) as Record<string, unknown>;
    await session.graphql({ query, variables });
  };
  for (let warm = 0; warm < 10; warm += 1) await once(warm);
  return percentilesOf(once);
}
