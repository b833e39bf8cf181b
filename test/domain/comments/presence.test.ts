import {
  BEAT_MS,
  GONE_AFTER_MS,
  initialsOf,
  isNew,
  type Presence,
  type Sightings,
  whoIsThere,
  withHeard,
} from '../../../domain/comments/presence';

const heard = (person: string, page: string, place: string | null, isLeaving = false): Presence => ({
  ...{ person, name: `${person}@example.com`, page, place, isWriting: false, isLeaving },
});
const after = (...all: [Presence, number][]): Sightings =>
  all.reduce<Sightings>((known, [one, at]) => withHeard(known, one, at), new Map());
const places = (known: Sightings, now: number) =>
  whoIsThere(known, now).map(({ person, place }) => `${person} ${place}`);

test('somebody is there until they leave, or have been silent for longer than two beats', () => {
  const known = after([heard('ada', '1', 'impact'), 0]);
  expect(GONE_AFTER_MS).toBeGreaterThan(2 * BEAT_MS);
  expect(places(known, GONE_AFTER_MS - 1)).toEqual(['ada impact']);
  expect(places(known, GONE_AFTER_MS)).toEqual([]);
  expect(places(withHeard(known, heard('ada', '1', null, true), 1), 1)).toEqual([]);
});

test('somebody with two pages is told once, where they moved last, and does not jump with every beat', () => {
  let known = after([heard('ada', '1', 'impact'), 0], [heard('ada', '2', 'rootCause'), 1_000]);
  for (let at = BEAT_MS; at < 5 * BEAT_MS; at += BEAT_MS) {
    known = withHeard(known, heard('ada', '1', 'impact'), at);
    expect(places(known, at)).toEqual(['ada rootCause']);
    known = withHeard(known, heard('ada', '2', 'rootCause'), at + 1_000);
    expect(places(known, at + 1_000)).toEqual(['ada rootCause']);
  }
  known = withHeard(known, heard('ada', '1', 'lessons'), 5 * BEAT_MS);
  expect(places(known, 5 * BEAT_MS)).toEqual(['ada lessons']);
});

test('people stand in the order of their names, whoever spoke last', () => {
  const known = after(
    [heard('ben', '1', null), 0],
    [heard('ada', '1', null), 1],
    [heard('ben', '1', null), 2],
  );
  expect(places(known, 2)).toEqual(['ada null', 'ben null']);
});

test('a page is new once, and again after it was gone', () => {
  const ada = heard('ada', '1', null);
  const known = after([ada, 0]);
  expect(isNew(new Map(), ada, 0)).toBe(true);
  expect(isNew(known, ada, BEAT_MS)).toBe(false);
  expect(isNew(known, ada, GONE_AFTER_MS)).toBe(true);
  expect(isNew(known, heard('ada', '2', null), 1)).toBe(true);
  expect(isNew(new Map(), heard('ada', '1', null, true), 1)).toBe(false);
});

test.each([
  ['ada.lovelace@example.com', 'AL'],
  ['ada@example.com', 'A'],
  ['Grace Brewster Hopper', 'GH'],
  ['ødegård@example.com', 'Ø'],
  ['@', '?'],
])('%s is told in short as %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
