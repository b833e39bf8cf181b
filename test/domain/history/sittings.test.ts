import type { Origins, Revision } from '../../../domain/history/revision';
import { sittingsOf } from '../../../domain/history/sittings';
import { whoWrote } from '../../../domain/history/whoWrote';

const RAVEN = { id: 'raven', name: 'raven@example.com' };
const LENORE = { id: 'lenore', name: 'lenore@example.com' };

let place = 0;
const save = (
  minute: number,
  savedBy: Revision['savedBy'],
  changes: object,
  origins: Origins = {},
): Revision => {
  place += 1;
  return {
    place: String(place).padStart(40, '0'),
    revision: place,
    savedAt: new Date(Date.UTC(2026, 2, 1, 10, minute)).toISOString(),
    savedBy,
    origins,
    changes,
    folded: 0,
  };
};

test('the saves of one person without a pause are one sitting, from how it stood before to how it stood after', () => {
  const [later, earlier, ...none] = sittingsOf([
    save(0, RAVEN, { title: 'Down', summary: '' }),
    save(1, RAVEN, { summary: 'It fell' }, { summary: 'typed' }),
    save(2, RAVEN, { summary: 'It fell over.' }, { summary: 'micro' }),
    save(3, LENORE, { impact: 'Nobody could pay.' }, { impact: 'typed' }),
  ]);
  expect(none).toEqual([]);
  expect(earlier).toMatchObject({
    by: RAVEN,
    saves: 3,
    fields: ['title', 'summary'],
    origins: ['typed', 'micro'],
    before: {},
    after: { title: 'Down', summary: 'It fell over.' },
  });
  expect(later).toMatchObject({ by: LENORE, fields: ['impact'], before: { summary: 'It fell over.' } });
});

test('a pause, half an hour, another person and a moved status each begin a new one', () => {
  const typing = Array.from({ length: 11 }, (_, index) => save(index * 4, RAVEN, { summary: `v${index}` }));
  expect(sittingsOf(typing).map(({ saves }) => saves)).toEqual([3, 8]);
  const paused = [save(0, RAVEN, { summary: 'a' }), save(5, RAVEN, { summary: 'b' })];
  expect(sittingsOf(paused)).toHaveLength(2);
  const published = [
    save(0, RAVEN, { summary: 'a' }),
    save(1, RAVEN, { status: 'PUBLISHED' }),
    save(2, RAVEN, { summary: 'b' }),
  ];
  expect(sittingsOf(published).map(({ fields }) => fields)).toEqual([['summary'], ['status'], ['summary']]);
});

test('of one section, only what changed that section is told, with where that section came from', () => {
  const sittings = sittingsOf(
    [
      save(0, RAVEN, { summary: 'a', impact: 'x' }, { summary: 'lite', impact: 'imported' }),
      save(9, RAVEN, { impact: 'y' }),
    ],
    'summary',
  );
  expect(sittings).toHaveLength(1);
  expect(sittings[0]).toMatchObject({ fields: ['summary'], origins: ['lite'] });
});

test('what was typed and taken back within a sitting, and what stayed empty, is not told', () => {
  expect(
    sittingsOf([
      save(0, RAVEN, { summary: 'a', impact: '' }),
      save(9, RAVEN, { summary: 'b' }),
      save(10, RAVEN, { summary: 'a', impact: null }),
    ]),
  ).toHaveLength(1);
});

test('each sentence is whose who first wrote it in these words, also when it was gone for a while', () => {
  const sittings = sittingsOf(
    [
      save(0, RAVEN, { response: 'We paged Lenore. We failed over.' }),
      save(10, LENORE, { response: 'We failed over at 14:10.' }),
      save(20, RAVEN, { response: 'We failed over at 14:10.\nWe  paged Lenore.' }),
    ],
    'response',
  );
  const written = whoWrote(
    'response',
    'We failed over at 14:10.\nWe  paged Lenore. Not saved yet.',
    sittings,
  );
  expect(
    written.map(({ text, sitting }) => [text, sitting?.by?.id ?? null, sitting?.from.slice(14, 16)]),
  ).toEqual([
    ['We failed over at 14:10.', 'lenore', '10'],
    ['We  paged Lenore.', 'raven', '00'],
    ['Not saved yet.', null, undefined],
  ]);
});

test('early saves that were folded into one are nobody’s sitting, and nothing joins them', () => {
  const folded = { ...save(0, RAVEN, { summary: 'a' }), folded: 400 };
  expect(
    sittingsOf([folded, save(1, RAVEN, { summary: 'b' })]).map(({ by, folded: n }) => [by?.id, n]),
  ).toEqual([
    ['raven', 0],
    [undefined, 400],
  ]);
});

test('a history of a thousand saves of a full section is read without being copied a thousand times', () => {
  const text = 'The database fell over again. '.repeat(600);
  const saves = Array.from({ length: 1000 }, (_, index) =>
    save(index * 6, RAVEN, { summary: `${text}${index}.` }),
  );
  const sittings = sittingsOf(saves, 'summary');
  expect(sittings).toHaveLength(1000);
  expect(sittings[0]?.before).toBe(sittings[1]?.after);
});
