import { execFileSync } from 'node:child_process';
import { emptyPostMortem } from '../domain/postMortem';
import { type Session, signInTo } from '../local/nevermore/commandLine/session';
import { startBenchCloud } from './benchCloud';
import { percentile } from './percentiles';
import type { Bench } from './report';

const AT_ONCE = 10;
const RUNS = 3;
const SAVES_ALONE = 100;
const SOURCE =
  'db fell over at 14:02 UTC after the 2.14.1 deploy, rolled back at 14:20, about 1,200 checkouts failed.';

const CREATE = 'mutation C($input: CreatePostMortemInput!) { createPostMortem(input: $input) { id } }';
const SAVE = `mutation S($input: UpdatePostMortemInput!, $condition: ModelPostMortemConditionInput) {
  updatePostMortem(input: $input, condition: $condition) { id revision }
}`;
const START = `mutation E($postMortemId: ID!, $text: String!) {
  startEnhancement(postMortemId: $postMortemId, section: "description", theme: "professional", text: $text) { id }
}`;
const STATUS = 'query R($id: ID!) { getEnhancement(id: $id) { status } }';

/** Ten people who click Enhance at the same moment, while an eleventh goes on writing. */
export const rush: Bench = async () => {
  const cloud = await startBenchCloud();
  try {
    const { ask, create } = clientOf(await signInTo(cloud.running));
    const documents = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, index) => create(`Rush ${index}`)),
    );
    const save = saverOf(ask, await create('The one that is written'));
    const enhanceAll = (ids: readonly string[]) => Promise.all(ids.map((id) => enhance(ask, id)));

    await enhanceAll(documents.slice(0, 1));
    const alone: number[] = [];
    const aloneRun: number[] = [];
    for (let count = 0; count < SAVES_ALONE; count += 1) alone.push(await save());
    const during: number[] = [];
    const all: number[] = [];
    let memory = 0;
    for (let run = 0; run < RUNS; run += 1) {
      aloneRun.push(await timed(() => enhanceAll(documents.slice(0, 1))));
      let over = false;
      const rushed = timed(() => enhanceAll(documents)).finally(() => {
        over = true;
      });
      while (!over) {
        during.push(await save());
        memory = Math.max(memory, memoryOfChildren());
      }
      all.push(await rushed);
    }
    return [
      {
        what: 'Saving, nothing else going on: 95th percentile',
        unit: 'ms',
        values: [percentile(alone, 0.95)],
      },
      {
        what: `Saving while ${AT_ONCE} runs go: 95th percentile`,
        aim: '≤ 150',
        unit: 'ms',
        values: [percentile(during, 0.95)],
      },
      {
        what: `${AT_ONCE} runs at once ÷ one alone`,
        unit: '×',
        values: all.map((ms, i) => ms / (aloneRun[i] ?? ms)),
      },
      { what: 'Memory of the functions’ processes at most', unit: 'MB', values: [memory] },
    ];
  } finally {
    await cloud.close();
  }
};

type Ask = (query: string, variables: Record<string, unknown>) => Promise<Record<string, unknown>>;

function clientOf(session: Session) {
  const ask: Ask = async (query, variables) => {
    const { data } = (await session.graphql({ query, variables })) as { data: Record<string, never> };
    return Object.values(data)[0] as unknown as Record<string, unknown>;
  };
  const { editors: _, ...empty } = emptyPostMortem('');
  const create = async (title: string) =>
    String((await ask(CREATE, { input: { ...empty, title, revision: 1 } })).id);
  return { ask, create };
}

/** Saves the same document again and again, as its page does. @returns milliseconds of each */
function saverOf(ask: Ask, id: string): () => Promise<number> {
  let revision = 1;
  return () =>
    timed(async () => {
      const input = { id, summary: `${SOURCE} ${revision}`, revision: revision + 1 };
      await ask(SAVE, { input, condition: { revision: { eq: revision } } });
      revision += 1;
    });
}

async function enhance(ask: Ask, postMortemId: string): Promise<void> {
  const { id } = await ask(START, { postMortemId, text: SOURCE });
  while ((await ask(STATUS, { id })).status === 'RUNNING') await new Promise((done) => setTimeout(done, 100));
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

/** Resident memory of this process's children, in MB. */
function memoryOfChildren(): number {
  const lines = execFileSync('ps', ['-o', 'rss=', '--ppid', String(process.pid)], { encoding: 'utf8' });
  return lines.split('\n').reduce((sum, line) => sum + Number(line) / 1024, 0);
}
