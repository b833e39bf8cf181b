import { type ComposedCloud, newPlace, type Place } from './composedCloud';
import { demoPerson, newPerson, type Person, writePostMortem } from './people';
import { until } from './processes';

jest.setTimeout(300_000);

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
const STATUS = 'query Status($id: ID!) { getPostMortem(id: $id) { status audience statusBy { name } } }';
const MINE = 'query Mine { reviewsToDecide { id } reviewsSubmitted { id } }';

const reviewOf = async (person: Person, id: string) =>
  (await person.ask(REVIEWS, { id })).data.reviewsOfPostMortem[0];
const atStage = (stage: string, id: string) =>
  until(async () => {
    const review = await reviewOf(author, id);
    return review?.stage === stage && review;
  });

test('a colleague who is asked reads it, approves it, and everybody reads it then', async () => {
  const id = await writePostMortem(author);
  expect((await reviewer.ask(STATUS, { id })).data.getPostMortem).toBeNull();
  const submitted = await author.ask(SUBMIT, { id, reviewers: ['reviewer@example.com'] });
  expect(submitted.errors).toBeUndefined();
  const review = await atStage('WAITING', id);
  expect(review).toMatchObject({
    decision: null,
    steps: [{ name: 'record-submission' }, { name: 'check-document' }, { name: 'ask-reviewers' }],
  });
  expect((await reviewer.ask(STATUS, { id })).data.getPostMortem).toMatchObject({
    status: 'IN_REVIEW',
    audience: [],
  });
  expect((await reviewer.ask(MINE)).data).toEqual({
    reviewsToDecide: [{ id: review.id }],
    reviewsSubmitted: [],
  });

  const decided = await reviewer.ask(DECIDE, { id: review.id, outcome: 'APPROVED', comment: 'Clear.' });
  expect(decided.errors).toBeUndefined();
  const ended = await atStage('ENDED', id);
  expect(ended).toMatchObject({
    decision: { outcome: 'APPROVED', by: { name: 'reviewer@example.com' }, comment: 'Clear.' },
    note: '',
  });
  const stranger = await newPerson(cloud, 'stranger@example.com');
  expect((await stranger.ask(STATUS, { id })).data.getPostMortem).toMatchObject({ status: 'PUBLISHED' });
});
