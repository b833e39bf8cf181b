import { type ComposedCloud, newPlace, type Place } from './composedCloud';
import { demoPerson, newPerson, type Person, writePostMortem } from './people';
import { until } from './processes';

jest.setTimeout(240_000);

let place: Place;
let cloud: ComposedCloud;
let author: Person;
let reviewer: Person;
beforeEach(async () => {
  place = await newPlace();
  cloud = await place.start();
  author = await demoPerson(cloud);
  reviewer = await newPerson(cloud, 'reviewer@example.com');
});
afterEach(() => place.dispose());

const FIELDS = `id stage title decision { outcome by { name } comment } note remarks { where message } dueAt
  steps { name detail } deliveries { key about to state why } followUps { owner state sendAt } endedAt`;
const SUBMIT = `mutation Submit($id: ID!, $reviewers: [String!]) {
  submitForReview(postMortemId: $id, reviewers: $reviewers, message: "Have I got the cause right?") { ${FIELDS} }
}`;
const DECIDE = `mutation Decide($id: ID!, $outcome: ReviewVerdict!, $comment: String) {
  decideReview(reviewId: $id, outcome: $outcome, comment: $comment) { ${FIELDS} }
}`;
const REVIEWS = `query Reviews($id: ID!) { reviewsOfPostMortem(postMortemId: $id) { ${FIELDS} } }`;
const SET = `mutation Set($id: ID!, $revision: Int!, $status: PostMortemStatus!) {
  setStatus(postMortemId: $id, revision: $revision, status: $status) { status }
}`;
const STATUS = 'query Status($id: ID!) { getPostMortem(id: $id) { status audience statusBy { name } } }';
const MINE = 'query Mine { reviewsToDecide { id } reviewsSubmitted { id } }';

const reviewOf = async (person: Person, id: string) =>
  (await person.ask(REVIEWS, { id })).data.reviewsOfPostMortem[0];
const atStage = (stage: string, id: string) =>
  until(async () => {
    const review = await reviewOf(author, id);
    return review?.stage === stage && review;
  });

test('a colleague who is asked finds it, reads it, approves it, and everybody reads it then', async () => {
  const id = await writePostMortem(author);
  expect((await reviewer.ask(STATUS, { id })).data.getPostMortem).toBeNull();
  // A mailbox of Amazon's own that takes no mail.
  await newPerson(cloud, 'bounce+1@simulator.amazonses.com');
  const reviewers = ['reviewer@example.com', 'bounce+1@simulator.amazonses.com'];
  const submitted = await author.ask(SUBMIT, { id, reviewers });
  expect(submitted.errors).toBeUndefined();
  const review = await atStage('WAITING', id);
  const behind = review.steps.map(({ name }: { name: string }) => name);
  expect(behind).toEqual(['record-submission', 'check-document', 'ask-reviewers']);
  const told = await until(async () => {
    const { deliveries } = await reviewOf(author, id);
    return deliveries.some(({ state }: { state: string }) => state === 'BOUNCED') && deliveries;
  });
  expect(told.map(({ to, state }: { to: string; state: string }) => [to, state]).sort()).toEqual([
    ['bounce+1@simulator.amazonses.com', 'BOUNCED'],
    ['reviewer@example.com', 'SENT'],
  ]);
  const outbox = JSON.stringify(await (await fetch(`${cloud.endpoints.outbox}.json`)).json());
  expect(outbox).toContain('Please review: The raven tapped at the database');
  expect(outbox).toContain(`/post-mortems/${id}`);
  const inReview = (await reviewer.ask(STATUS, { id })).data.getPostMortem;
  expect(inReview).toMatchObject({ status: 'IN_REVIEW', audience: [] });
  expect((await reviewer.ask(MINE)).data).toEqual({
    reviewsToDecide: [{ id: review.id }],
    reviewsSubmitted: [],
  });

  // Whoever has nothing to do with it sees nothing of it and changes nothing.
  const stranger = await newPerson(cloud, 'stranger@example.com');
  expect((await stranger.ask(REVIEWS, { id })).data.reviewsOfPostMortem).toEqual([]);
  expect((await stranger.ask(MINE)).data.reviewsToDecide).toEqual([]);
  for (const mutation of [
    'decideReview(reviewId: $id, outcome: APPROVED)',
    'cancelReview(reviewId: $id)',
    'sendReviewMessageAgain(reviewId: $id, key: "ask")',
  ]) {
    const tried = await stranger.ask(`mutation Try($id: ID!) { ${mutation} { id } }`, { id: review.id });
    expect(tried.errors?.[0]?.message).toMatch(/no such review/);
  }
  const submit = await stranger.ask(SUBMIT, { id });
  expect(submit.errors?.[0]?.message).toMatch(/no such review/);
  const direct = await stranger.ask(`query Direct { getReview(id: "${review.id}") { id } }`);
  expect(direct.errors?.[0]?.message).toMatch(/getReview/);
  const asAuthor = await author.ask(DECIDE, { id: review.id, outcome: 'APPROVED' });
  expect(asAuthor.errors?.[0]?.message).toMatch(/Only reviewer@example.com, .* can decide/);

  const both = await Promise.all([
    reviewer.ask(DECIDE, { id: review.id, outcome: 'APPROVED', comment: 'Clear.' }),
    reviewer.ask(DECIDE, { id: review.id, outcome: 'DECLINED', comment: 'Or not.' }),
  ]);
  expect(both.filter(({ errors }) => errors === undefined)).toHaveLength(1);
  const ended = await atStage('ENDED', id);
  const { outcome } = ended.decision;
  expect(ended.decision.by).toEqual({ name: 'reviewer@example.com' });
  const seen = (await stranger.ask(STATUS, { id })).data.getPostMortem;
  expect(seen?.status).toBe(outcome === 'APPROVED' ? 'PUBLISHED' : undefined);
  const late = await reviewer.ask(DECIDE, { id: review.id, outcome: 'CHANGES_REQUESTED', comment: 'Late.' });
  expect(late.errors?.[0]?.message).toMatch(/decided already/);

  // Whoever leaves takes their part along, and leaves nothing of it behind.
  const own = 'query Own { myReviews { items nextToken } }';
  const [mine] = (await reviewer.ask(own)).data.myReviews.items;
  expect(JSON.parse(mine)).toMatchObject({ id: review.id, decision: { outcome } });
  expect((await stranger.ask(own)).data.myReviews).toEqual({ items: [], nextToken: null });
  const leave = 'mutation Leave($id: ID!) { eraseMeFromReview(reviewId: $id) }';
  await stranger.ask(leave, { id: review.id });
  expect((await reviewOf(author, id)).decision.by).toEqual({ name: 'reviewer@example.com' });
  expect(await reviewer.ask(leave, { id: review.id })).toEqual({ data: { eraseMeFromReview: review.id } });
  const left = await reviewOf(author, id);
  expect(left.decision).toEqual({ outcome, by: { name: '' }, comment: '' });
  expect(JSON.stringify(left)).not.toContain('reviewer@example.com');
});

test('while people review it nobody moves it past them; once it is called off its author does', async () => {
  const id = await writePostMortem(author);
  expect((await author.ask(SUBMIT, { id, reviewers: ['reviewer@example.com'] })).errors).toBeUndefined();
  const { id: reviewId } = await atStage('WAITING', id);
  const move = async (person: Person, status: string) => {
    const now = await author.ask('query Now($id: ID!) { getPostMortem(id: $id) { revision } }', { id });
    return person.ask(SET, { id, revision: now.data.getPostMortem.revision, status });
  };
  for (const status of ['DRAFT', 'IN_REVIEW', 'PUBLISHED'])
    expect((await move(author, status)).errors?.[0]).toMatchObject({
      errorType: 'UnderReview',
      message: expect.stringContaining('call the review off first'),
    });
  // It is named to nobody who may not move it anyway.
  expect((await move(reviewer, 'PUBLISHED')).errors?.[0]).toMatchObject({ errorType: 'Unauthorized' });
  expect((await author.ask(STATUS, { id })).data.getPostMortem).toMatchObject({ status: 'IN_REVIEW' });

  await author.ask('mutation Off($id: ID!) { cancelReview(reviewId: $id) { id } }', { id: reviewId });
  await atStage('ENDED', id);
  expect((await move(author, 'PUBLISHED')).data?.setStatus).toEqual({ status: 'PUBLISHED' });
});

test('any colleague may decide where nobody is named, and the review outlives kill -9 while it waits', async () => {
  const id = await writePostMortem(author);
  expect((await author.ask(SUBMIT, { id })).errors).toBeUndefined();
  await atStage('WAITING', id);
  await cloud.kill();
  cloud = await place.start();
  const review = await atStage('WAITING', id);
  expect((await reviewer.ask(MINE)).data.reviewsToDecide).toEqual([{ id: review.id }]);
  // Killed at once after the decision: what is decided is carried out by whoever comes next.
  const asked = reviewer.ask(DECIDE, {
    id: review.id,
    outcome: 'CHANGES_REQUESTED',
    comment: 'The cause is thin.',
  });
  expect((await asked).errors).toBeUndefined();
  await cloud.kill();
  cloud = await place.start();
  const ended = await atStage('ENDED', id);
  expect(ended.decision).toMatchObject({ outcome: 'CHANGES_REQUESTED', comment: 'The cause is thin.' });
  expect((await author.ask(STATUS, { id })).data.getPostMortem).toMatchObject({
    status: 'DRAFT',
    audience: [],
  });
  const keys = ended.deliveries.map(({ key }: { key: string }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  const { messages } = (await (await fetch(`${cloud.endpoints.outbox}.json`)).json()) as {
    messages: object[];
  };
  const about = (what: string) => messages.filter((message) => JSON.stringify(message).includes(`${what}: `));
  expect([about('Please review').length, about('Changes asked for').length]).toEqual([1, 1]);
});
