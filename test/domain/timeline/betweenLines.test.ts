import { type Given, type LineReading, readTimeline } from '../../../domain/timeline';

type Taken = Extract<LineReading, { source: string }>;
const entries = (text: string, given?: Given): Taken[] =>
  readTimeline(text, given).filter((reading): reading is Taken => reading.taken && 'source' in reading);
const UTC: Given = { date: '2026-03-04', zone: 'UTC' };
const placed = (text: string, given: Given = UTC) =>
  entries(text, given).map(({ at, note }) => `${at?.slice(5, 16) ?? '–'}${note ? ` ${note}` : ''}`);
const BEFORE = 'It is before the line above.';

it('a late line of the evening, behind midnight, is of the evening, and takes no other line a day on', () => {
  expect(placed('23:58 a\n00:01 b\n23:59 c\n00:05 d\n00:10 e')).toEqual([
    '03-04T23:58',
    '03-05T00:01',
    `03-04T23:59 ${BEFORE}`,
    '03-05T00:05',
    '03-05T00:10',
  ]);
});

it('an afternoon behind a night is the next day’s, and so is an evening under its day', () => {
  expect(placed('23:58 a\n00:01 b\n14:00 c')).toEqual(['03-04T23:58', '03-05T00:01', '03-05T14:00']);
  expect(placed('March 5\n00:01 b\n23:59 c')).toEqual(['03-05T00:01', '03-05T23:59']);
});

it('times told in two zones are compared as moments and not as clocks on a wall', () => {
  expect(placed('14:02 UTC a\n10:05 EDT b\n14:06 UTC c')).toEqual([
    '03-04T14:02',
    '03-04T10:05',
    '03-04T14:06',
  ]);
  expect(placed('14:02 UTC a\n10:01 EDT b')[1]).toBe(`03-04T10:01 ${BEFORE}`);
  expect(placed('March 5\n01:30 CEST a\n23:45 UTC b\n00:10 UTC c')).toEqual([
    '03-05T01:30',
    '03-04T23:45',
    '03-05T00:10',
  ]);
});

it('a line that tells no zone is compared with the clock of the line above, whatever that one tells', () => {
  expect(placed('17:04 PST a\n17:07 b\n17:21 PST c')).toEqual(['03-04T17:04', '03-04T17:07', '03-04T17:21']);
});

it.each([
  ['an ambiguous day', '03/04', 'It may be read with the day first or with the month first.'],
  ['an ambiguous day in bold', '**03/04**', 'It may be read with the day first or with the month first.'],
  [
    'a day with slashes and a year',
    '05/04/2026',
    'It may be read with the day first or with the month first.',
  ],
])('lines under %s are of no day, and say why', (_, heading, why) => {
  const read = placed(`2 February 2026\n14:02 a\n${heading}\n14:05 b\n14:06 c\n6 March 2026\n14:07 d`, {
    zone: 'UTC',
  });
  expect(read).toEqual(['02-02T14:02', `– ${why}`, `– ${why}`, '03-06T14:07']);
});

it('lines under a day without a year, where no year is known, are of no day', () => {
  expect(placed('March 4\n14:05 b', { zone: 'UTC' })).toEqual(['– No line says which year it is.']);
});

it('a day that another line tells decides between day and month first', () => {
  expect(placed('4 March 2026\n14:02 a\n03/04\n14:05 b', { zone: 'UTC' })).toEqual([
    '03-04T14:02',
    '03-04T14:05',
  ]);
});

it.each(['2h30 of downtime', '1h05 later we restarted', '12.50 percent of carts', '20.04 LTS hosts'])(
  'a figure or a length is no time where the other lines are timed otherwise: %s',
  (figure) => {
    const read = entries(`14:02 deploy\n${figure}\n14:05 alert`, UTC);
    expect(read.map(({ at }) => at?.slice(11, 16) ?? null)).toEqual(['14:02', null, '14:05']);
    expect(read[1]?.note).toMatch(/^It may be a time, a figure or a length/);
    expect(`${read[1]?.told} ${read[1]?.text}`).toBe(figure);
    expect(read[2]?.at?.slice(0, 10)).toBe('2026-03-04');
  },
);

it.each([
  ['14h02 déploiement\n14h05 alerte', ['14:02', '14:05']],
  ['14.02 deploy\n14.05 Alarm\n14.07 Rollback', ['14:02', '14:05', '14:07']],
  ['14:00 Beginn\n14.02 Uhr Rollback', ['14:00', '14:02']],
  ['14:00 start\n14.02 UTC rollback', ['14:00', '14:02']],
])('lines that are timed so are read so: %s', (text, times) => {
  expect(entries(text, UTC).map(({ at }) => at?.slice(11, 16))).toEqual(times);
});

it.each(['\u200f14:05 ההתראה', '\u200e14:05 alert', '\u202a14:05\u202c alert', '\u200f\u200e[14:05] alert'])(
  'a line that begins with the mark of its direction is a line of its own: %j',
  (line) => {
    const read = entries(`14:02 deploy\n${line}`, UTC);
    expect(read.map(({ at }) => at?.slice(11, 16))).toEqual(['14:02', '14:05']);
    expect(read[1]?.text).toMatch(/^(?:ההתראה|alert)$/);
  },
);

describe('a status page’s own list of incidents', () => {
  const update = (at: string, status: string, body: string) => ({ id: at, status, body, created_at: at });
  const incident = {
    ...{
      id: 'x',
      name: 'Checkout down',
      status: 'resolved',
      created_at: '2026-03-04T14:00:00Z',
      impact: 'major',
    },
    components: [{ id: 'c', name: 'API', description: 'The API', created_at: '2020-01-01T00:00:00Z' }],
    incident_updates: [
      update('2026-03-04T15:10:00Z', 'resolved', 'Over.'),
      update('2026-03-04T14:02:00Z', 'investigating', 'Looking.'),
    ],
  };

  it('gives the updates of each', () => {
    const read = entries(JSON.stringify({ page: { id: 'p' }, incidents: [incident, incident] }));
    expect(read.map(({ at, text }) => [at, text]).slice(0, 2)).toEqual([
      ['2026-03-04T15:10:00+00:00', 'Resolved - Over.'],
      ['2026-03-04T14:02:00+00:00', 'Investigating - Looking.'],
    ]);
    expect(read).toHaveLength(4);
  });

  it('gives its name where it has no updates', () => {
    const read = entries(JSON.stringify({ incidents: [{ ...incident, incident_updates: [] }] }));
    expect(read.map(({ text }) => text)).toEqual(['Checkout down']);
  });
});
