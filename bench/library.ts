import type { Page } from 'playwright-core';
import { emptyPostMortem } from '../domain/postMortem';
import { type Session, signInTo } from '../local/nevermore/commandLine/session';
import { openBrowser, signIn } from './browser';
import type { Bench } from './report';
import { startServedApp } from './servedApp';

const MANY = 10_000;
const AT_ONCE = 16;
const RUNS = 5;
const OLDEST = 'The oldest needle';
/** About as long as what people write. */
const TEXT = 'At 14:02 UTC the checkout API returned 500 for 12 % of requests. '.repeat(60);
const CREATE = 'mutation Create($input: CreatePostMortemInput!) { createPostMortem(input: $input) { id } }';

/** A library of 10,000 post-mortems against one of a single one: until its rows are there, and to its end. */
export const library: Bench = async () => {
  const app = await startServedApp();
  const browser = await openBrowser();
  try {
    const session = await signInTo(app.running);
    await write(session, [OLDEST]);
    const page = await browser.newPage();
    await signIn(page, app.running);
    const alone = await times(RUNS, () => opened(page, '1 in all'));
    await write(
      session,
      Array.from({ length: MANY - 1 }, (_, index) => `Incident ${index}`),
    );
    const questions = questionsOf(page);
    const long = await times(RUNS, () => opened(page, 'The 50 last changed of many'));
    const asked = questions() / RUNS;
    const elements = await page.locator('*').count();
    const before = questions();
    const [searched] = await times(1, async () => {
      await page.getByLabel('Search', { exact: true }).fill('needle oldest');
      await page.getByText(`1 of ${MANY.toLocaleString('en')}`).waitFor();
    });
    return [
      { what: 'Opening a library of one', unit: 'ms', values: alone },
      { what: 'Opening a library of 10,000', unit: 'ms', values: long },
      {
        what: 'That ÷ a library of one',
        unit: '×',
        values: long.map((value, run) => value / (alone[run] ?? 1)),
      },
      { what: 'Questions to the server', aim: '1', unit: '', values: [asked] },
      { what: 'Elements in the page', aim: '≤ 1,500', unit: '', values: [elements] },
      {
        what: 'Finding the oldest by its title',
        unit: 'ms',
        values: searched === undefined ? [] : [searched],
      },
      { what: 'Questions for that', aim: '≤ 10', unit: '', values: [questions() - before] },
    ];
  } finally {
    await browser.close();
    await app.close();
  }
};

async function opened(page: Page, told: string): Promise<void> {
  await page.reload();
  await page.getByText(told).waitFor();
}

async function times(runs: number, act: () => Promise<void>): Promise<number[]> {
  const taken: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    await act();
    taken.push(performance.now() - started);
  }
  return taken;
}

/** Counts what a page asks its API from now on. */
function questionsOf(page: Page): () => number {
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql') && request.method() === 'POST') asked += 1;
  });
  return () => asked;
}

async function write(session: Session, titles: readonly string[]): Promise<void> {
  const { editors: _, ...empty } = emptyPostMortem('');
  const left = [...titles];
  const writer = async () => {
    for (let title = left.pop(); title !== undefined; title = left.pop()) {
      const input = { ...empty, title, description: TEXT, revision: 1 };
      await session.graphql({ query: CREATE, variables: { input } });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, writer));
}
