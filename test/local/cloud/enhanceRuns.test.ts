import { LEAD_IN, startChatServer } from './chatServer';
import { type ComposedCloud, newPlace, type Place } from './composedCloud';
import {
  demoPerson,
  finished,
  GET_RUN,
  newPerson,
  type Person,
  request,
  START,
  start,
  writePostMortem,
} from './people';
import { until } from './processes';

jest.setTimeout(180_000);

let chat: Awaited<ReturnType<typeof startChatServer>>;
let place: Place;
let cloud: ComposedCloud;
let author: Person;
let postMortemId: string;

beforeAll(async () => {
  chat = await startChatServer();
  place = await newPlace();
  cloud = await place.start(chat.settings);
  author = await demoPerson(cloud);
  postMortemId = await writePostMortem(author);
});
afterAll(async () => {
  await place.dispose();
  await chat.close();
});
beforeEach(() => {
  chat.forgetCalls();
  chat.answer({});
});

const run = async (part: object = {}) =>
  finished(author, (await start(author, request(postMortemId, part))).id);
const calls = () => [chat.count('micro'), chat.count('lite'), chat.count('pro')];
const DOWN = { status: 500 };

test('two drafts and a verdict: one call to each drafter, and one to the judge for each order', async () => {
  expect(await run()).toMatchObject({
    status: 'SUCCEEDED',
    verdict: { outcome: 'JUDGED', winner: 2, judges: [{ model: 'Nova Pro' }, { model: 'Nova Pro' }] },
    drafts: [
      {
        model: 'Nova Micro',
        text: expect.stringContaining(LEAD_IN.micro),
        writtenBy: 'openai-compatible: micro',
      },
      {
        model: 'Nova Lite',
        text: expect.stringContaining(LEAD_IN.lite),
        writtenBy: 'openai-compatible: lite',
      },
    ],
    costUsd: 0,
  });
  expect(calls()).toEqual([1, 1, 2]);
});

test('asking twice with the same id, one after the other, is one run', async () => {
  const asked = request(postMortemId, { id: 'one-after-the-other' });
  await start(author, asked);
  const first = await finished(author, 'one-after-the-other');
  expect(await start(author, asked)).toEqual(first);
  expect(await finished(author, first.id)).toEqual(first);
  expect(calls()).toEqual([1, 1, 2]);
});

test('asking five times at once with the same id is one run, and every asker gets its record', async () => {
  const asked = request(postMortemId, { id: 'all-at-once' });
  const answers = await Promise.all(Array.from({ length: 5 }, () => author.ask(START, asked)));
  expect(answers.map(({ data }) => data?.startEnhancement?.id)).toEqual(Array(5).fill('all-at-once'));
  await finished(author, 'all-at-once');
  expect(calls()).toEqual([1, 1, 2]);
});

test('runs of the same text under different ids are different runs', async () => {
  const ids = (await Promise.all([run(), run()])).map(({ id }) => id);
  expect(new Set(ids).size).toBe(2);
  expect(calls()).toEqual([2, 2, 4]);
});

test('an empty section gets a friendly word and calls no model', async () => {
  const empty = await run({ text: ' \n\t ' });
  expect(empty).toMatchObject({ status: 'SUCCEEDED', verdict: { outcome: 'NOTHING_TO_ENHANCE', winner: 0 } });
  expect(empty.message).toMatch(/\w/);
  expect(calls()).toEqual([0, 0, 0]);
});

describe('when models are down', () => {
  test('both drafters: the run fails, says why, and asks no judge', async () => {
    chat.answer({ micro: DOWN, lite: DOWN });
    const failed = await run();
    expect(failed).toMatchObject({
      status: 'FAILED',
      verdict: { outcome: 'NO_DRAFT', winner: 0 },
      costUsd: 0,
    });
    expect(failed.message).toMatch(/\w/);
    expect(failed.verdict?.fallbackReason).toMatch(/Nova Micro: .*memory.*Nova Lite: .*memory/s);
    expect(failed.drafts.map(({ text }) => text)).toEqual([null, null]);
    // Each is tried twice: a 500 may pass.
    expect(calls()).toEqual([2, 2, 0]);
  });

  test.each([
    ['Micro', { micro: DOWN }, 2, LEAD_IN.lite],
    ['Lite', { lite: DOWN }, 1, LEAD_IN.micro],
  ] as const)('%s: the other draft wins without a judge, labelled', async (model, script, winner, text) => {
    chat.answer(script);
    const alone = await run();
    expect(alone).toMatchObject({
      status: 'SUCCEEDED',
      verdict: { outcome: 'ONLY_DRAFT', winner, judges: [] },
    });
    expect(alone.drafts[winner - 1]?.text).toContain(text);
    expect(alone.drafts.find((draft) => draft.text === null)).toMatchObject({
      model: `Nova ${model}`,
      error: expect.stringMatching(/HTTP 500/),
    });
    expect(chat.count('pro')).toBe(0);
  });

  test('only for a moment: the second try counts, and nothing is labelled', async () => {
    chat.answer({ lite: DOWN });
    const release = chat.hold('micro');
    await start(author, request(postMortemId, { id: 'for-a-moment' }));
    await until(() => chat.count('lite') === 1);
    chat.answer({});
    release();
    expect(await finished(author, 'for-a-moment')).toMatchObject({ verdict: { outcome: 'JUDGED' } });
    expect(calls()).toEqual([1, 2, 2]);
  });

  test.each([
    ['is down', DOWN],
    ['says something else', { content: 'I liked them both very much.' }],
    [
      'gives half a verdict',
      { verdict: { best: 1, reasoning: 'Clear.', scores: [{ draft: 1, grounded: 5 }] } },
    ],
    ['names a draft that is not there', { verdict: { best: 7, reasoning: 'Clear.', scores: [] } }],
  ])('the judge %s: a draft is chosen by rule, labelled, with the reason', async (_case, pro) => {
    chat.answer({ pro });
    const fallback = await run();
    expect(fallback).toMatchObject({
      status: 'SUCCEEDED',
      verdict: {
        outcome: 'JUDGE_FALLBACK',
        scores: [],
        judges: [],
        fallbackReason: expect.stringMatching(/\w/),
      },
    });
    expect([1, 2]).toContain(fallback.verdict?.winner);
    expect(calls()).toEqual([1, 1, 4]);
  });
});

test('a run writes into its own record only, also when the id was deleted and somebody else took it', async () => {
  const other = await newPerson(cloud, 'other@example.com');
  const theirs = await writePostMortem(other);
  const release = chat.hold('micro');
  await start(author, request(postMortemId, { id: 'taken' }));
  await until(() => chat.count('lite') === 1);
  await author.ask('mutation { deleteEnhancement(input: { id: "taken" }) { id } }');
  // Lambda refuses another payload under the name of an execution that runs; the record says so.
  const answer = await other.ask(START, request(theirs, { id: 'taken', text: 'the queue was full' }));
  release();
  await until(() => chat.count('pro') === 2);
  const { data } = await other.ask(GET_RUN, { id: 'taken' });
  expect(data.getEnhancement).toMatchObject({ owner: other.sub, drafts: [], verdict: null });
  expect(JSON.stringify([answer, data])).not.toContain(LEAD_IN.micro);
  // Another run ends after the first one's last publication would have.
  await run();
  expect((await other.ask(GET_RUN, { id: 'taken' })).data.getEnhancement).toMatchObject({
    drafts: [],
    verdict: null,
  });
});
