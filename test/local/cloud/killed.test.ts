import { LEAD_IN, startChatServer } from './chatServer';
import { newPlace, type Place } from './composedCloud';
import { demoPerson, finished, GET_RUN, request, start, writePostMortem } from './people';
import { descendantsOf, isAlive, until } from './processes';

jest.setTimeout(90_000);

let chat: Awaited<ReturnType<typeof startChatServer>>;
let place: Place;

beforeAll(async () => {
  chat = await startChatServer();
});
afterAll(() => chat.close());
beforeEach(async () => {
  chat.forgetCalls();
  place = await newPlace();
});
afterEach(() => place.dispose());

const LIST = `query Mine($owner: String!) {
  postMortemsByOwner(owner: $owner) { items { id title description revision } }
}`;
const RUNS = `query Runs($postMortemId: ID!) {
  enhancementsByPostMortem(postMortemId: $postMortemId) { items { id status } }
}`;

test('killed with -9 while the judge thinks, a run resumes by itself and pays for neither draft again', async () => {
  const first = await place.start(chat.settings);
  const author = await demoPerson(first);
  const postMortemId = await writePostMortem(author, { description: 'db fell over at 14:02' });
  const otherId = await writePostMortem(author, { title: 'An older one', revision: 7 });

  const letJudgeAnswer = chat.hold('pro');
  const { id } = await start(author, request(postMortemId));
  await until(() => chat.count('pro') === 2);
  const workers = descendantsOf(first.pid);
  expect(workers.length).toBeGreaterThan(0);
  await first.kill();
  await until(() => !workers.some(isAlive));
  letJudgeAnswer();

  const second = await place.start(chat.settings);
  expect(second.resumed).toEqual([id]);
  const run = await finished(author, id);
  expect(run).toMatchObject({ status: 'SUCCEEDED', owner: author.sub, verdict: { outcome: 'JUDGED' } });
  expect(run.drafts.map(({ text }) => text)).toEqual([
    `${LEAD_IN.micro}\n\n${request(postMortemId).text}`,
    `${LEAD_IN.lite}\n\n${request(postMortemId).text}`,
  ]);
  expect([chat.count('micro'), chat.count('lite'), chat.count('pro')]).toEqual([1, 1, 4]);

  const mine = (await author.ask(LIST, { owner: author.sub })).data.postMortemsByOwner.items;
  expect(mine).toHaveLength(2);
  expect(mine).toContainEqual(
    expect.objectContaining({ id: postMortemId, description: 'db fell over at 14:02', revision: 1 }),
  );
  expect(mine).toContainEqual(expect.objectContaining({ id: otherId, title: 'An older one', revision: 7 }));
  const runs = await author.ask(RUNS, { postMortemId });
  expect(runs.data.enhancementsByPostMortem.items).toEqual([{ id, status: 'SUCCEEDED' }]);
});

test('killed with -9 right after it said that a run has started, it runs it after the next start', async () => {
  const first = await place.start(chat.settings);
  const author = await demoPerson(first);
  const postMortemId = await writePostMortem(author);
  const { id } = await start(author, request(postMortemId));
  await first.kill();

  await place.start(chat.settings);
  expect(await finished(author, id)).toMatchObject({ status: 'SUCCEEDED', verdict: { outcome: 'JUDGED' } });
});

test('killed with -9 after a run has ended, it keeps the verdict and asks no model again', async () => {
  const first = await place.start(chat.settings);
  const author = await demoPerson(first);
  const { id } = await start(author, request(await writePostMortem(author)));
  const before = await finished(author, id);
  await first.kill();
  chat.forgetCalls();

  const second = await place.start(chat.settings);
  expect((await author.ask(GET_RUN, { id })).data.getEnhancement).toEqual(before);
  // The verdict is published a moment before the run itself is over; then only its end is left to do.
  expect(second.resumed.filter((name) => name !== id)).toEqual([]);
  expect([chat.count('micro'), chat.count('lite'), chat.count('pro')]).toEqual([0, 0, 0]);
});
