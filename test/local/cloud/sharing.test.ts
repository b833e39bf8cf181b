import { newPlace, type Place } from './composedCloud';
import { demoPerson, newPerson, type Person, writePostMortem } from './people';
import { until } from './processes';

jest.setTimeout(90_000);

let place: Place;
beforeEach(async () => {
  place = await newPlace();
});
afterEach(() => place.dispose());

const SHARE = `mutation Share($id: ID!, $person: String!, $role: SharedFor) {
  sharePostMortem(postMortemId: $id, person: $person, role: $role) { revision person name }
}`;
const GET = 'query Get($id: ID!) { getPostMortem(id: $id) { title editors readers revision } }';
const SHARED = `query Shared($person: String!) {
  membershipsByPerson(person: $person) { items { postMortemId role title name owner detectedAt savedBy { id name } } }
}`;
const UPDATE = `mutation Update($input: UpdatePostMortemInput!) { updatePostMortem(input: $input) { id } }`;
const DELETE = 'mutation Delete($id: ID!) { deletePostMortem(input: { id: $id }) { id } }';

const DETECTED = '2026-03-01T10:00:00.000Z';

const sharedWith = async (person: Person): Promise<Record<string, unknown>[]> =>
  (await person.ask(SHARED, { person: person.sub })).data.membershipsByPerson.items;

test('an owner shares by address and stops, and what a script or a deletion does to the lists is followed', async () => {
  const cloud = await place.start();
  const owner = await demoPerson(cloud);
  const ben = await newPerson(cloud, 'ben@example.com');
  const cara = await newPerson(cloud, 'cara@example.com');
  const id = await writePostMortem(owner, { title: 'Down' });

  // Whose it is and when it was noticed stand in a list, too.
  const told = { owner: owner.sub, detectedAt: null, savedBy: null };
  const shared = await owner.ask(SHARE, { id, person: 'Ben@Example.com', role: 'READER' });
  expect(shared.data?.sharePostMortem).toEqual({ revision: 2, person: ben.sub, name: 'ben@example.com' });
  expect(await sharedWith(ben)).toEqual([
    { postMortemId: id, role: 'READER', title: 'Down', name: 'ben@example.com', ...told },
  ]);
  expect((await ben.ask(GET, { id })).data.getPostMortem).toMatchObject({ readers: [ben.sub], revision: 2 });

  const refusals = [
    [ben, 'cara@example.com', 'among those you own'],
    [cara, 'cara@example.com', 'among those you own'],
    [owner, 'nobody@example.com', 'Nobody has an account here as nobody@example.com'],
    [owner, '00000000-0000-4000-8000-000000000000', 'Nobody has an account here'],
  ] as const;
  for (const [who, person, words] of refusals) {
    const { errors } = await who.ask(SHARE, { id, person, role: 'EDITOR' });
    expect(errors?.[0]?.message).toContain(words);
  }

  // As a script does it: by the API, without the function.
  const savedBy = { id: owner.sub, name: 'owner@example.com' };
  await owner.ask(UPDATE, {
    input: { id, editors: [cara.sub], title: 'Down again', detectedAt: DETECTED, savedBy, revision: 3 },
  });
  await until(
    async () => (await sharedWith(cara)).length === 1 && (await sharedWith(ben))[0]?.title === 'Down again',
  );
  expect(await sharedWith(cara)).toEqual([
    {
      postMortemId: id,
      role: 'EDITOR',
      title: 'Down again',
      name: '',
      ...told,
      detectedAt: DETECTED,
      savedBy,
    },
  ]);

  await owner.ask(SHARE, { id, person: ben.sub });
  expect(await sharedWith(ben)).toEqual([]);
  expect((await ben.ask(GET, { id })).data.getPostMortem).toBeNull();

  await owner.ask(DELETE, { id });
  await until(async () => (await sharedWith(cara)).length === 0);
});
