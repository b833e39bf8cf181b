import { newPlace, type Place } from './composedCloud';
import { demoPerson, newPerson, type Person, writePostMortem } from './people';
import { until } from './processes';

jest.setTimeout(120_000);

let place: Place;
beforeEach(async () => {
  place = await newPlace();
});
afterEach(() => place.dispose());

const SEARCH = `query Search($text: String!, $shelf: SearchedShelf, $status: PostMortemStatus) {
  searchPostMortems(text: $text, shelf: $shelf, status: $status) {
    items { id title status passage { field text marks { start end } } } count isWhole nextToken
  }
}`;

const search = async (person: Person, text: string, more: object = {}) => {
  const { data, errors } = await person.ask(SEARCH, { text, ...more });
  expect(errors).toBeUndefined();
  return data.searchPostMortems as { count: number; items: { id: string; title: string; passage: unknown }[] };
};

test('what was saved is found by its words, and shows where they stand', async () => {
  const cloud = await place.start();
  const owner = await demoPerson(cloud);
  const id = await writePostMortem(owner, { rootCause: 'The pool was exhausted: ERR_CONN_RESET everywhere.' });
  const found = await until(async () => {
    const answer = await search(owner, 'exhausted conn_reset');
    return answer.count > 0 && answer;
  });
  expect(found.items).toEqual([
    expect.objectContaining({ id, passage: expect.objectContaining({ field: 'rootCause' }) }),
  ]);
});
