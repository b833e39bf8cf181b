import { type Flag, flagsAbout } from '../../../domain/incident/flags';
import type { TimedDocument } from '../../../domain/incident/moments';
import fc from '../../properties';
import { NOTHING } from './nothing';

type Row = TimedDocument['timeline'][number];
const NOW = Date.UTC(2026, 2, 10);
const row = (time: string, kind?: Row['kind'], more: Partial<Row> = {}): Row => ({
  at: time,
  text: `At ${time}`,
  ...(kind && { kind }),
  moment: `2026-03-04T${time}:00Z`,
  ...more,
});
/** A row as somebody types it, before anything has read its time. */
const typed = (at: string, more: Partial<Row> = {}): Row => ({ at, text: 'Something happened', ...more });
const flags = (timeline: Row[], document: Partial<TimedDocument> = {}) =>
  flagsAbout({ ...NOTHING, ...document, timeline }, NOW);
const brief = (found: readonly Flag[]) => found.map(({ entry, kind, message }) => [entry, kind, message]);

it('a timeline in order, with certain times, has no flags', () => {
  const timeline = [
    row('10:58', 'trigger'),
    row('11:02', 'detection'),
    row('11:02'),
    row('11:20', 'mitigation'),
    row('12:00', 'resolution'),
    { at: '', text: '' },
  ];
  expect(flags(timeline, { startedAt: '2026-03-04T11:00:00Z', resolvedAt: '2026-03-04T12:00:00Z' })).toEqual(
    [],
  );
});

it.each<[string, Row[], Partial<TimedDocument>, Array<[number, string, string]>]>([
  [
    'an entry that is before one above it',
    [row('11:00'), row('11:30'), row('11:10')],
    {},
    [[2, 'order', '11:10 UTC is before entry 2 (11:30 UTC), which stands above it.']],
  ],
  [
    'an entry that is before one above it, on another day',
    [row('11:00'), row('23:50', undefined, { moment: '2026-03-03T23:50:00Z' })],
    {},
    [[1, 'order', '2026-03-03 23:50 UTC is before entry 1 (2026-03-04 11:00 UTC), which stands above it.']],
  ],
  ['an entry without a time', [typed('')], {}, [[0, 'missing', 'It tells no time.']]],
  [
    'an entry whose time nobody knows',
    [typed('Time TBC')],
    {},
    [[0, 'missing', '“Time TBC” is no time of a clock.']],
  ],
  [
    'a day that no calendar has',
    [typed('2026-02-29 09:10 UTC'), typed('2026-02-29'), typed('2026-02-29 09:10')],
    {},
    [0, 1, 2].map((entry) => [entry, 'missing', 'There is no 2026-02-29.']),
  ],
  ['an entry that tells no day', [typed('14:02 UTC')], {}, [[0, 'missing', '“14:02 UTC” tells no day.']]],
  [
    'a day that can be read as two',
    [typed('03/04/2026 14:02 UTC')],
    {},
    [[0, 'missing', '“03/04/2026 14:02 UTC” can be read as two days.']],
  ],
  [
    'a moment in the future',
    [row('11:00', undefined, { at: '', moment: '2027-03-04T11:00:00Z' })],
    {},
    [[0, 'future', '2027-03-04 11:00 UTC lies in the future.']],
  ],
  [
    'a time without a zone',
    [typed('2026-03-04 14:02')],
    {},
    [[0, 'zone', '“2026-03-04 14:02” tells no time zone.']],
  ],
  [
    'a zone of several places',
    [typed('2026-03-04 14:02 IST')],
    {},
    [[0, 'zone', '“IST” is the name of several time zones: India, Ireland and Israel.']],
  ],
  [
    'a time that the clocks left out',
    [typed('2026-03-29 02:30', { zone: 'Europe/Rome' })],
    {},
    [[0, 'zone', 'The clocks of Europe/Rome never showed it: they went forward over it.']],
  ],
  [
    'a time that the clocks showed twice',
    [typed('2025-10-26 02:30', { zone: 'Europe/Rome' })],
    {},
    [
      [
        0,
        'zone',
        'The clocks of Europe/Rome showed it twice, as they went back: 2025-10-26T02:30:00+02:00 or 2025-10-26T02:30:00+01:00.',
      ],
    ],
  ],
  [
    'a detection before the trigger',
    [row('10:50', 'detection'), row('11:00', 'trigger')],
    {},
    [
      [
        0,
        'contradiction',
        'This detection (10:50 UTC) lies before the start (11:00 UTC, entry 2, “At 11:00”).',
      ],
    ],
  ],
  [
    'a resolution before the mitigation',
    [row('11:10', 'resolution'), row('11:40', 'mitigation', { moment: '2026-03-04T11:40:00Z' })],
    {},
    [
      [
        0,
        'contradiction',
        'This resolution (11:10 UTC) lies before the mitigation (11:40 UTC, entry 2, “At 11:40”).',
      ],
      [
        1,
        'contradiction',
        'This mitigation (11:40 UTC) lies after the resolution (11:10 UTC, entry 1, “At 11:10”).',
      ],
    ],
  ],
  [
    'an escalation after the end',
    [row('13:00', 'escalation')],
    { resolvedAt: '2026-03-04T12:00:00Z' },
    [
      [
        0,
        'contradiction',
        'This escalation (13:00 UTC) lies after the resolution (12:00 UTC, field Resolved).',
      ],
    ],
  ],
  [
    'a detection at another time than the field says',
    [row('11:20', 'detection')],
    { detectedAt: '2026-03-04T11:10:00Z' },
    [[0, 'contradiction', 'It is 11:20 UTC here, and 11:10 UTC in the field Detected.']],
  ],
  [
    'a trigger after the start',
    [row('11:20', 'trigger')],
    { startedAt: '2026-03-04T11:10:00Z' },
    [[0, 'contradiction', 'It is 11:20 UTC here, and 11:10 UTC in the field Started.']],
  ],
  [
    'a time that was changed without its moment',
    [row('11:20', undefined, { at: '11:40' })],
    {},
    [[0, 'contradiction', 'It says 11:40, and its moment is 2026-03-04 11:20 UTC.']],
  ],
])('%s is flagged at its entry', (_, timeline, document, expected) => {
  expect(brief(flags(timeline, document))).toEqual(expected);
  for (const { advice } of flags(timeline, document)) expect(advice).toMatch(/^[A-Z].*\.$/);
});

it.each<[string, Row[], Partial<TimedDocument>]>([
  ['the deploy came before it showed', [row('10:50', 'trigger')], { startedAt: '2026-03-04T11:00:00Z' }],
  [
    'one of two mitigations is the one that the field means',
    [row('11:20', 'mitigation'), row('11:40', 'mitigation')],
    { mitigatedAt: '2026-03-04T11:40:00Z' },
  ],
  [
    'a field is told to the minute',
    [row('11:20', 'detection', { moment: '2026-03-04T11:20:41Z' })],
    { detectedAt: '2026-03-04T11:20:00Z' },
  ],
  [
    'the time is told by the clocks of the moment',
    [row('14:02', undefined, { moment: '2026-03-04T14:02:00+01:00' })],
    {},
  ],
  ['the time tells its zone', [row('14:02 CET', undefined, { moment: '2026-03-04T13:02:00Z' })], {}],
  ['midnight is told as 24:00', [row('24:00', undefined, { moment: '2026-03-05T00:00:00Z' })], {}],
  ['a note after the end has no kind', [row('11:00'), row('18:00')], { resolvedAt: '2026-03-04T12:00:00Z' }],
  ['the time tells day, time and zone', [typed('2026-03-04 14:02 UTC')], {}],
])('nothing is flagged where %s', (_, timeline, document) => {
  expect(flags(timeline, document)).toEqual([]);
});

it('what follows from the entry above, or from the start, is offered and not taken', () => {
  const offers = (timeline: Row[], document: Partial<TimedDocument> = {}) =>
    flags(timeline, document).map(({ follows }) => follows?.moment);
  expect(offers([row('23:50'), typed('00:10 UTC'), typed('00:20')])).toEqual([
    '2026-03-05T00:10:00+00:00',
    '2026-03-05T00:20:00+00:00',
  ]);
  expect(offers([typed('23:50 UTC'), typed('00:10 UTC')], { startedAt: '2026-03-05T00:05:00Z' })).toEqual([
    '2026-03-04T23:50:00+00:00',
    '2026-03-05T00:10:00+00:00',
  ]);
  expect(offers([typed('14:02 UTC'), typed('14:05')])).toEqual([undefined, undefined]);
});

it('times that are not certain are read one after the other as they are told', () => {
  expect(brief(flags([typed('14:10'), typed('later'), typed('14:02')])).at(-1)).toEqual([
    2,
    'order',
    '14:02 comes after 14:10 here. Was it the next day, or another time zone?',
  ]);
});

const ordered = fc
  .uniqueArray(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 12 })
  .map((minutes) => [...minutes].sort((a, b) => a - b));

it('rows in any order are flagged exactly where one is before a row above it', () => {
  fc.assert(
    fc.property(
      ordered.chain((minutes) => fc.shuffledSubarray(minutes, { minLength: minutes.length })),
      (minutes) => {
        const timeline = minutes.map((minute) => ({
          at: '',
          text: 'x',
          moment: new Date(Date.UTC(2026, 0, 1) + minute * 60_000).toISOString(),
        }));
        const expected = minutes.flatMap((minute, index) =>
          minutes.slice(0, index).some((above) => above > minute) ? [index] : [],
        );
        const found = flags(timeline);
        expect(found.map(({ entry }) => entry)).toEqual(expected);
        expect(found.every(({ kind }) => kind === 'order')).toBe(true);
      },
    ),
  );
});

it('never throws, whatever the rows hold, and no row has two flags of a kind', () => {
  const told = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '14:02',
      '24:00 UTC',
      '99:99',
      'yesterday at noon',
      '29 February 14:02 CET',
      '2026-02-30 10:00 UTC',
      '\u202e14:02\u0000',
      '14:02 Europe/Atlantis',
      '-271821-04-20T00:00:00Z',
      '+275760-09-13T00:00:00Z',
      '0000-01-01T00:00:00Z',
      '2026-03-04T11:00:00+14:59',
    ),
  );
  const hostile = fc.record(
    {
      at: told,
      text: fc.string(),
      kind: fc.constantFrom('trigger', 'detection', 'mitigation', 'resolution', 'constructor', undefined),
      moment: told,
      zone: fc.oneof(fc.string(), fc.constantFrom('Europe/Rome', 'IST', '__proto__', '+99:99')),
    },
    { requiredKeys: ['at', 'text'] },
  );
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 10 }), told, told, (timeline, startedAt, resolvedAt) => {
      const found = flagsAbout({ ...NOTHING, startedAt, resolvedAt, timeline: timeline as never }, NOW);
      const keys = found.map(({ entry, kind }) => `${entry} ${kind}`);
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});

it('ten thousand entries are each looked at as often as ten are', () => {
  /** How often a row is asked when it was, on average. */
  const looks = (count: number): number => {
    let looked = 0;
    const timeline = Array.from({ length: count }, (_, index): Row => {
      const moment = new Date(Date.UTC(2026, 2, 4) + index * 1_000).toISOString();
      const entry = index % 3 === 0 ? typed('14:02') : { at: moment, text: 'x', kind: 'mitigation' as const };
      return Object.defineProperty(entry, 'moment', {
        get: () => {
          looked++;
          return index % 3 === 0 ? undefined : moment;
        },
      });
    });
    flags(timeline, { mitigatedAt: '2026-03-04T23:00:00Z', startedAt: '2026-03-04T00:00:00Z' });
    return looked / count;
  };
  expect(looks(10_000)).toBeLessThanOrEqual(looks(30) + 1);
});
