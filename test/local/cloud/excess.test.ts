import { type ComposedCloud, newPlace, type Place } from './composedCloud';
import { newPerson, type Person } from './people';

jest.setTimeout(180_000);

const LIST =
  'query L($filter: ModelPostMortemFilterInput) { listPostMortems(filter: $filter) { items { id } } }';
const clauses = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ title: { eq: `t${index}` } }));

let place: Place;
let cloud: ComposedCloud;
let person: Person;

beforeAll(async () => {
  place = await newPlace();
  cloud = await place.start();
  person = await newPerson(cloud, 'fortunato@example.com');
});
afterAll(() => place.dispose());

// Whatever was asked: the next honest request is served.
afterEach(async () => {
  expect((await person.ask(LIST)).data.listPostMortems.items).toEqual([]);
});

it('a filter of 20,000 clauses is refused as on AWS', async () => {
  const answer = await person.ask(LIST, { filter: { or: clauses(20_000) } });
  expect(answer.data.listPostMortems).toBeNull();
  expect(answer.errors).toEqual([
    expect.objectContaining({
      errorType: 'DynamoDB:ValidationException',
      message: expect.stringContaining('Expression size has exceeded the maximum allowed size'),
    }),
  ]);
});

it('a filter of a hundred clauses, or nested forty deep, is answered', async () => {
  expect((await person.ask(LIST, { filter: { or: clauses(100) } })).errors).toBeUndefined();
  let nested: object = { title: { eq: 'x' } };
  for (let depth = 0; depth < 40; depth += 1)
    nested = depth % 2 ? { not: nested } : { or: [nested, { title: { eq: 'y' } }] };
  expect((await person.ask(LIST, { filter: nested })).errors).toBeUndefined();
});

it('variables without bottom are refused', async () => {
  const deep = `${'{"not":'.repeat(100_000)}{}${'}'.repeat(100_000)}`;
  const response = await fetch(cloud.endpoints.appSync, {
    method: 'POST',
    headers: { authorization: person.token, 'content-type': 'application/json' },
    body: `{"query":${JSON.stringify(LIST)},"variables":{"filter":${deep}}}`,
  });
  expect(response.status).toBe(400);
  expect(await response.text()).toMatch(/nested deeper than 75 levels/);
});

it('a request of a thousand lists lets those of others through meanwhile', async () => {
  const lists = Array.from({ length: 1_000 }, (_, index) => `a${index}: listPostMortems { nextToken }`);
  let isAnswered = false;
  const large = person.ask(`{ ${lists.join(' ')} }`).finally(() => {
    isAnswered = true;
  });
  for (let time = 0; time < 5; time += 1) await person.ask(LIST);
  expect(isAnswered).toBe(false);
  expect(Object.keys((await large).data)).toHaveLength(1_000);
});
