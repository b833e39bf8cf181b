import { clockOf } from '../../../domain/incident/clocks';
import { durationsOf } from '../../../domain/incident/durations';
import type { TimedDocument } from '../../../domain/incident/moments';
import { howOf } from '../../../domain/incident/telling';
import { lengthInWords } from '../../../domain/lengthOfTime';
import { instantOf } from '../../../domain/timeline/instant';
import fc from '../../properties';
import { NOTHING } from './nothing';

const entry = (time: string, text: string, kind?: TimedDocument['timeline'][number]['kind']) => ({
  at: time,
  text,
  ...(kind && { kind }),
  moment: `2026-03-04T${time}:00Z`,
});
const told = (document: Partial<TimedDocument>) =>
  Object.fromEntries(
    durationsOf({ ...NOTHING, ...document }).map((one) => [
      one.short,
      [one.words, howOf(one, clockOf({ ...NOTHING, ...document }))],
    ]),
  );

it('a field and an entry of the timeline give a time, and a sentence says which two', () => {
  expect(
    told({
      startedAt: '2026-03-04T11:02:00.000Z',
      resolvedAt: '2026-03-05T00:10:00.000Z',
      timeline: [
        entry('10:58', 'deploy 4812', 'trigger'),
        entry('11:20', 'PagerDuty fired', 'detection'),
        entry('11:21', 'Acknowledged by Ana'),
        entry('11:25', 'Second alert', 'detection'),
        entry('11:31', 'Incident declared', 'escalation'),
      ],
    }),
  ).toEqual({
    TTD: ['18 min', '11:02 UTC, field Started, to 11:20 UTC, entry 2, “PagerDuty fired”.'],
    TTA: ['1 min', '11:20 UTC, entry 2, “PagerDuty fired”, to 11:21 UTC, entry 3, “Acknowledged by Ana”.'],
    TTE: ['11 min', '11:20 UTC, entry 2, “PagerDuty fired”, to 11:31 UTC, entry 5, “Incident declared”.'],
    TTM: [
      'not known',
      'Nothing says when it was mitigated: the field Mitigated is empty, and no entry of the kind Mitigation has a certain time.',
    ],
    TTR: ['13 h 8 min', '2026-03-04 11:02 UTC, field Started, to 2026-03-05 00:10 UTC, field Resolved.'],
  });
});

it('the first trigger, detection and mitigation count, of resolutions the last, in whatever order they stand', () => {
  const { TTD, TTM, TTR } = told({
    timeline: [
      entry('12:30', 'Closed for good', 'resolution'),
      entry('12:00', 'Closed too early', 'resolution'),
      entry('11:50', 'Second try', 'mitigation'),
      entry('11:40', 'First try', 'mitigation'),
      entry('11:09', 'Pager', 'detection'),
      entry('11:00', 'Deploy', 'trigger'),
      { at: '10:00', text: 'Deploy without a certain time', kind: 'trigger' },
    ],
  });
  expect([TTD?.[0], TTM?.[0], TTR?.[0]]).toEqual(['9 min', '40 min', '1 h 30 min']);
});

it('what lies before its begin has no length, and says so', () => {
  expect(told({ startedAt: '2026-03-04T11:02:00Z', detectedAt: '2026-03-04T10:00:00Z' }).TTD).toEqual([
    'not known',
    '10:00 UTC, field Detected, lies before 11:02 UTC, field Started: one of them is wrong.',
  ]);
});

it('nobody acknowledged, and a time to acknowledge is not told', () => {
  const timeline = [entry('11:00', 'Alert', 'detection'), entry('11:05', 'Not acknowledged by anybody')];
  expect(Object.keys(told({ timeline }))).toEqual(['TTD', 'TTM', 'TTR']);
});

it.each([
  ['a day that is none', '2026-02-30T10:00:00Z'],
  ['a moment without its zone', '2026-03-04T10:00:00'],
  ['a day', '2026-03-04'],
  ['an hour that is none', '2026-03-04T25:00:00Z'],
  ['a month that is none', '2026-13-04T10:00:00Z'],
  ['words', 'soon'],
  ['nothing', ''],
])('%s is no instant', (_, iso) => expect(instantOf(iso)).toBeNull());

it('29 February is an instant in a leap year, and offsets count', () => {
  expect(instantOf('2028-02-29T23:30:00-01:00')).toBe(Date.UTC(2028, 2, 1, 0, 30));
  expect(instantOf('2026-03-04T14:02:00.250+0530')).toBe(Date.UTC(2026, 2, 4, 8, 32, 0, 250));
});

it.each([
  [0, '0 min'],
  [40_000, '40 s'],
  [90_000, '1 min 30 s'],
  [23 * 60_000, '23 min'],
  [125 * 60_000 + 20_000, '2 h 5 min'],
  [(3 * 24 + 4) * 3_600_000, '3 d 4 h'],
  [(3 * 24 + 4) * 3_600_000 + 12 * 60_000, '3 d 4 h 12 min'],
  [59 * 60_000 + 59_600, '1 h'],
])('%d ms are %s', (milliseconds, words) => expect(lengthInWords(milliseconds)).toBe(words));

it.each([
  [45_000, '45 s'],
  [3_599_000, '59 min 59 s'],
  [(3 * 24 + 4) * 3_600_000 + 12 * 60_000, '3 d 4 h'],
  [(24 + 23) * 3_600_000 + 59 * 60_000, '2 d'],
])('%d ms are %s in two units, the last one rounded', (milliseconds, words) =>
  expect(lengthInWords(milliseconds, 2)).toBe(words),
);

it('never throws, and never tells a negative length, whatever the rows hold', () => {
  const hostile = fc.record({
    at: fc.string(),
    text: fc.string(),
    kind: fc.constantFrom(
      'trigger',
      'detection',
      'mitigation',
      'resolution',
      'escalation',
      'none',
      undefined,
    ),
    moment: fc.oneof(
      fc.string(),
      fc.constantFrom(
        '2026-03-04T11:00:00Z',
        '-271821-04-20T00:00:00Z',
        '9999-12-31T23:59:59+14:00',
        undefined,
      ),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    ),
  });
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 12 }), fc.string(), (timeline, startedAt) => {
      for (const duration of durationsOf({ ...NOTHING, startedAt, timeline: timeline as never })) {
        expect(duration.length ?? 0).toBeGreaterThanOrEqual(0);
        expect(howOf(duration, clockOf({ timeline: timeline as never }))).toMatch(/\.$/);
      }
    }),
  );
});
