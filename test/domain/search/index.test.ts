import { changesBetween, standingOf } from '../../../domain/search/changes';
import { CHANGED, entriesOf, scopesOf } from '../../../domain/search/entries';
import { keyOf, placeOf, readTerm } from '../../../domain/search/keys';
import { byChange, compareBy } from '../../../domain/search/match';
import { readReference, referenceOf } from '../../../domain/search/reference';
import fc from '../../properties';

const stored = (more: object = {}) => ({
  id: '11111111-2222-4333-8444-555555555555',
  owner: 'ann',
  title: 'A big database',
  summary: 'ligeia',
  createdAt: '2026-03-04T10:00:00.000Z',
  ...more,
});

it('names a document by a reference that reads back, and orders documents by their incidents', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 0, max: 4e9 }), (id, minute) => {
      const reference = referenceOf(id, new Date(Math.min(minute, 100_000_000) * 60_000).toISOString());
      expect(readReference(reference)).toEqual({ id, minute: Math.min(minute, 100_000_000) });
    }),
  );
  expect(readReference(referenceOf('my own id', 'no date'))).toEqual({ id: 'my own id', minute: 0 });
  const id = stored().id;
  expect(referenceOf(id, '2025-01-01T00:00:00Z') < referenceOf(id, '2026-01-01T00:00:00Z')).toBe(true);
});

it('finds a word of a title by its inside, and no word of a text', () => {
  const entries = entriesOf(stored());
  expect([entries.has('base i'), entries.has('database n'), entries.has('geia i')]).toEqual([
    true,
    true,
    false,
  ]);
});

it('keeps one person’s part of the index apart from another’s, whatever a script has put on a list', () => {
  const shared = { editors: ['ben', 'ben'], readers: ['x'.repeat(5_000)], audience: ['iss'] };
  expect(scopesOf(stored({ ...shared, status: 'PUBLISHED' }))).toEqual([
    'owner#ann',
    'person#ben',
    'published#iss',
  ]);
  // Colleagues may read what any of them may review. It is found once it is published.
  expect(scopesOf(stored({ ...shared, status: 'IN_REVIEW' }))).toEqual(['owner#ann', 'person#ben']);
  fc.assert(
    fc.property(
      fc.string(),
      fc.string(),
      fc.stringMatching(/^[a-z]{1,4}$/),
      fc.stringMatching(/^[a-z]{1,4}$/),
      (a, b, one, other) => {
        fc.pre(a !== b);
        expect(placeOf(`person#${a}`, one)).not.toBe(placeOf(`person#${b}`, other));
      },
    ),
  );
});

it('says of a key which word it is for, also where a filter has the letter that ends words', () => {
  const [fact] = [...entriesOf(stored({ service: 'C#' })).values()].filter(({ word }) =>
    word.startsWith('=service'),
  );
  if (!fact) throw new Error('no fact');
  expect(readTerm(keyOf('owner#ann', fact, 'r').term)).toEqual(fact);
});

it('changes only what a save has changed, and everything where who may read it, or when it was, has', () => {
  const before = stored();
  const words = (after: object | null) =>
    changesBetween([before, after === null ? null : stored(after)]).map(
      ({ key, holds }) => `${holds ? '+' : '-'}${readTerm(key.term).word} ${key.place.split('#')[0]}`,
    );
  expect(words({ summary: 'ligeia morella' })).toEqual(['+morella owner']);
  expect(words({ summary: '' })).toEqual(['-ligeia owner']);
  expect(words({ revision: 2 })).toEqual([]);
  const shared = words({ readers: ['ben'] });
  expect(shared).toHaveLength(standingOf(before).size);
  expect(shared.every((one) => one.startsWith('+') && one.endsWith(' person'))).toBe(true);
  // All but the entry of when it was changed, which says nothing of when it was.
  expect(words({ startedAt: '2026-01-01T00:00:00Z' })).toHaveLength(2 * (standingOf(before).size - 1));
  expect(words({ updatedAt: '2026-03-05T10:00:00.000Z' })).toEqual(['-=changed owner', '+=changed owner']);
  expect(words({ updatedAt: '2026-03-04T10:00:59.999Z' })).toEqual([]);
  expect(words(null)).toHaveLength(standingOf(before).size);
});

it('bounds the words of one document', () => {
  const summary = Array.from({ length: 9_000 }, (_, at) => `w${at}`).join(' ');
  // And the entry of its last change.
  expect(standingOf(stored({ summary })).size).toBeLessThanOrEqual(3_000 + 1);
});

it('puts what was found in the order of the last change, and what the index does not tell of last', () => {
  const at = (id: string, moment: string) => referenceOf(id, `2026-03-0${moment}:00Z`);
  const found = ['a', 'b', 'c', 'd'].map((id) => ({ reference: at(id, '1T10:00'), worth: 9 }));
  const changed = {
    ...CHANGED,
    // Of one document both minutes stand there for a moment.
    references: [at('a', '2T10:00'), at('b', '4T10:00'), at('c', '3T10:00'), at('a', '5T10:00')],
  };
  const ordered = byChange(found, [changed]).sort(compareBy('CHANGED'));
  expect(ordered.map(({ reference }) => readReference(reference).id)).toEqual(['a', 'b', 'c', 'd']);
});
