import { ticksBetween } from '../../../domain/incident/axis';
import { clockOf } from '../../../domain/incident/clocks';
import { LETTER, NEAREST } from '../../../domain/incident/marks';
import type { TimedDocument } from '../../../domain/incident/moments';
import { type Picture, pictureOf } from '../../../domain/incident/picture';
import fc from '../../properties';
import { NOTHING } from './nothing';

type Row = TimedDocument['timeline'][number];
const row = (time: string, text: string, kind?: Row['kind'], zone?: string): Row => ({
  at: time,
  text,
  ...(kind && { kind }),
  ...(zone && { zone }),
  moment: `2026-03-04T${time}:00Z`,
});
const INCIDENT: TimedDocument = {
  ...NOTHING,
  startedAt: '2026-03-04T14:00:00Z',
  detectedAt: '2026-03-04T14:18:00Z',
  mitigatedAt: '2026-03-04T14:42:00Z',
  resolvedAt: '2026-03-04T15:30:00Z',
  timeline: [
    row('13:58', 'deploy 4812', 'trigger'),
    row('14:18', 'PagerDuty fired', 'detection'),
    row('14:20', 'Ana is on the call'),
    row('14:42', 'Rolled back', 'mitigation'),
    { at: 'later', text: 'Support wrote' },
    { at: '', text: '' },
  ],
};
const drawn = (document: Partial<TimedDocument>): Picture => {
  const picture = pictureOf({ ...NOTHING, ...document });
  if (!picture) throw new Error('Nothing was drawn.');
  return picture;
};

it('an incident is drawn from its trigger to its resolution, with its phases and a lane for each kind', () => {
  const { lanes, marks, phases, without, days, zone } = drawn(INCIDENT);
  expect(lanes.map(({ label }) => label)).toEqual([
    'Facts',
    'Trigger',
    'Detection',
    'Mitigation',
    'Other entries',
  ]);
  expect(phases.map(({ label, words }) => `${label} ${words}`)).toEqual([
    'Undetected 18 min',
    'Detected, not mitigated 24 min',
    'Mitigated, not resolved 48 min',
  ]);
  expect(marks.map(({ name }) => name)).toEqual([
    '13:58 UTC, trigger: deploy 4812',
    '14:00 UTC, started',
    '14:18 UTC, detected',
    '14:18 UTC, detection: PagerDuty fired',
    '14:20 UTC, entry: Ana is on the call',
    '14:42 UTC, mitigated',
    '14:42 UTC, mitigation: Rolled back',
    '15:30 UTC, resolved',
  ]);
  expect(without).toEqual([4]);
  expect([days, zone]).toEqual(['2026-03-04', 'UTC']);
});

it('each phase ends where the next begins, and marks of a point stand on its border', () => {
  const { phases, marks } = drawn(INCIDENT);
  const border = (index: number) => (phases[index]?.x ?? 0) + (phases[index]?.width ?? 0);
  expect(phases[1]?.x).toBeCloseTo(border(0));
  expect(phases[2]?.x).toBeCloseTo(border(1));
  expect(marks.find(({ name }) => name.includes('Rolled'))?.x).toBeCloseTo(border(1));
});

it('what is not known is no phase, and what is not in its order is none either', () => {
  const labels = (document: Partial<TimedDocument>) => drawn(document).phases.map(({ label }) => label);
  const { startedAt, resolvedAt } = INCIDENT;
  expect(labels({ startedAt, resolvedAt })).toEqual(['Not resolved']);
  expect(labels({ startedAt })).toEqual([]);
  expect(labels({ startedAt: resolvedAt, resolvedAt: startedAt })).toEqual([]);
});

it('nothing is drawn where nothing has a certain time', () => {
  expect(pictureOf(NOTHING)).toBeNull();
  expect(pictureOf({ ...NOTHING, timeline: [{ at: '14:02', text: 'x', kind: 'trigger' }] })).toBeNull();
});

it('the last mark of a line is called by its words too, before it where the picture ends behind it', () => {
  const resolution = row('15:30', 'Error rate back to normal', 'resolution');
  const labelOf = (timeline: Row[]) =>
    drawn({ ...INCIDENT, timeline }).marks.find(({ kind, x }) => kind === 'resolution' && x > 500)?.label;
  expect(labelOf([...INCIDENT.timeline, resolution])).toMatchObject({
    text: 'Error rate back to normal',
    anchor: 'end',
  });
  // Beside another of its kind each has its share.
  const first = row('14:50', 'Pool resized, checkouts go through again for some', 'resolution');
  expect(labelOf([...INCIDENT.timeline, first, resolution])?.text).toMatch(/^Error rate/);
  expect(drawn(INCIDENT).marks.at(-1)?.label).toMatchObject({ text: 'Resolved' });
});

it('an entry far from the incident stands at the edge and does not squeeze it', () => {
  const late = { at: '', text: 'Review meeting', moment: '2026-03-11T10:00:00Z' };
  const near = drawn(INCIDENT);
  const { marks, phases } = drawn({ ...INCIDENT, timeline: [...INCIDENT.timeline, late] });
  expect(marks.at(-1)).toMatchObject({
    beyond: 'after',
    entries: [6],
    name: '11 Mar 10:00 UTC, entry: Review meeting',
  });
  expect(phases[0]?.width).toBeGreaterThan((near.phases[0]?.width ?? 0) * 0.7);
});

it('what stands at the edge and what is drawn right beside it are two marks', () => {
  const { marks } = drawn({
    startedAt: '2026-03-04T14:00:00Z',
    resolvedAt: '2026-03-04T18:00:00Z',
    timeline: [
      { at: '', text: 'Days before', moment: '2026-03-01T10:00:00Z' },
      row('13:00', 'An hour before'),
      row('19:00', 'An hour after'),
      { at: '', text: 'Days after', moment: '2026-03-09T10:00:00Z' },
    ],
  });
  const others = marks.filter(({ kind }) => kind === 'other');
  expect(others.map(({ beyond }) => beyond)).toEqual(['before', null, null, 'after']);
  for (const [index, { x }] of others.slice(1).entries())
    expect(x - (others[index]?.x ?? 0)).toBeGreaterThan(NEAREST - 0.001);
});

it('the axis goes by the clocks that most entries were told in, and says so', () => {
  const { zone, marks, axis } = drawn({
    timeline: [
      row('13:58', 'a', undefined, 'Europe/Rome'),
      row('14:58', 'b', undefined, 'Europe/Rome'),
      row('14:30', 'c', undefined, 'IST'),
    ],
  });
  expect(zone).toBe('Europe/Rome');
  expect(marks[0]?.name).toBe('14:58 Europe/Rome, entry: a');
  expect(axis.ticks.map(({ label }) => label)).toContain('15:30');
});

it('round times come twice in the hour that is repeated, and not in the one that is left out', () => {
  const rome = clockOf({ timeline: [row('10:00', 'x', undefined, 'Europe/Rome')] });
  const labels = (from: string, to: string) =>
    ticksBetween(Date.parse(from), Date.parse(to), 12, rome).map(({ label }) => label);
  expect(labels('2025-10-26T00:00:00Z', '2025-10-26T02:00:00Z')).toEqual([
    ...['02:00', '02:15', '02:30', '02:45', '02:00', '02:15', '02:30', '02:45', '03:00'],
  ]);
  expect(labels('2025-10-26T00:30:00Z', '2025-10-26T01:20:00Z')).toEqual([
    '02:30',
    '02:35',
    '02:40',
    '02:45',
    '02:50',
    '02:55',
    '02:00',
    '02:05',
    '02:10',
    '02:15',
    '02:20',
  ]);
  expect(labels('2026-03-29T00:00:00Z', '2026-03-29T02:00:00Z')).toEqual([
    '01:00',
    '01:15',
    '01:30',
    '01:45',
    '03:00',
    '03:15',
    '03:30',
    '03:45',
    '04:00',
  ]);
});

it('over New Year days are told, and 29 February is one', () => {
  const at = (moment: string): Row => ({ at: '', text: 'x', moment });
  const newYear = drawn({ timeline: [at('2027-12-31T22:00:00Z'), at('2028-01-01T02:00:00Z')] });
  expect(newYear.days).toBe('2027-12-31 to 2028-01-01');
  expect(newYear.axis.ticks.map(({ label }) => label)).toContain('1 Jan');
  expect(newYear.marks[0]?.name).toBe('31 Dec 22:00 UTC, entry: x');
  const leap = drawn({ timeline: [at('2028-02-28T00:00:00Z'), at('2028-03-02T00:00:00Z')] });
  expect(leap.axis.ticks.map(({ label }) => label)).toContain('29 Feb');
});

it('one moment alone is drawn in the middle', () => {
  const { marks, axis } = drawn({ timeline: [row('14:00', 'x')] });
  expect(marks[0]?.x).toBeCloseTo((axis.from + axis.to) / 2);
});

const SPAN = 4 * 60 * 60_000;
const anyTimeline = fc.array(
  fc.record(
    {
      at: fc.constant(''),
      text: fc.string({ maxLength: 80, unit: 'grapheme' }),
      kind: fc.constantFrom<Row['kind'][]>('trigger', 'detection', 'mitigation', 'resolution', undefined),
      moment: fc
        .oneof(fc.integer({ min: 0, max: SPAN }), fc.integer({ min: -40 * SPAN, max: 40 * SPAN }))
        .map((ms) => new Date(Date.UTC(2026, 2, 4) + ms).toISOString()),
    },
    { requiredKeys: ['at', 'text'] },
  ),
  { maxLength: 40 },
);

it('whatever the entries: each stands in one mark or among those without a time, and nothing overlaps', () => {
  fc.assert(
    fc.property(anyTimeline, (timeline) => {
      const picture = pictureOf({ ...NOTHING, timeline: timeline as Row[] });
      if (!picture) return;
      const { marks, without, lanes, width, axis } = picture;
      const told = timeline.flatMap(({ text, moment }, index) => (moment || text.trim() ? [index] : []));
      expect([...marks.flatMap(({ entries }) => entries), ...without].sort((a, b) => a - b)).toEqual(told);
      for (const { y } of lanes) {
        const inLane = marks.filter((mark) => mark.y === y);
        for (const [index, { x, label }] of inLane.entries()) {
          expect(x).toBeGreaterThanOrEqual(axis.from);
          expect(x).toBeLessThanOrEqual(axis.to);
          const next = inLane[index + 1]?.x ?? Number.POSITIVE_INFINITY;
          expect(next - x).toBeGreaterThan(NEAREST - 0.001);
          if (!label) continue;
          const length = [...label.text].length * LETTER;
          const start = label.anchor === 'end' ? label.x - length : label.x;
          expect(start + length).toBeLessThanOrEqual(Math.min(next - NEAREST / 2, width));
          const before = inLane[index - 1];
          const taken =
            before?.label?.anchor === 'start' ? before.label.x + [...before.label.text].length * LETTER : 0;
          expect(start).toBeGreaterThanOrEqual(Math.max(taken, axis.from - 8.001));
          if (before) expect(start).toBeGreaterThanOrEqual(before.x + NEAREST / 2);
        }
      }
      const shown = axis.ticks.filter(({ isShown }) => isShown);
      for (const [index, tick] of shown.slice(1).entries())
        expect(tick.x - (shown[index]?.x ?? 0)).toBeGreaterThanOrEqual(tick.label.length * LETTER);
    }),
  );
});

it('ten thousand entries are drawn as a few marks with counts', () => {
  const timeline = Array.from({ length: 10_000 }, (_, index): Row => {
    const moment = new Date(Date.UTC(2026, 2, 4) + index * 1_000).toISOString();
    return {
      at: '',
      text: `Message ${index}`,
      moment,
      ...(index % 100 === 0 && { kind: 'keyMoment' as const }),
    };
  });
  const { marks } = drawn({ timeline });
  expect(marks.length).toBeLessThan(80);
  expect(marks.flatMap(({ entries }) => entries)).toHaveLength(10_000);
  expect(marks.find(({ kind }) => kind === 'other')?.name).toMatch(
    /^\d+ entries: 00:00:01 UTC to 00:\d\d(:\d\d)? UTC$/,
  );
});
