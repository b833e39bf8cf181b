import { type Given, type LineReading, readTimeline } from '../../../domain/timeline';
import fc from '../../properties';

type Taken = Extract<LineReading, { source: string }>;
const entries = (text: string, given?: Given): Taken[] =>
  readTimeline(text, given).filter((reading): reading is Taken => reading.taken && 'source' in reading);
const ROME: Given = { date: '2026-03-04', zone: 'Europe/Rome' };
const moments = (text: string, given: Given = ROME) => entries(text, given).map(({ at }) => at);

const FORMS: Array<[string, string, string, string]> = [
  ['a plain line', '14:02 deploy started', '2026-03-04T14:02:00+01:00', 'deploy started'],
  ['a bullet in bold', '- **14:02 UTC** deploy', '2026-03-04T14:02:00+00:00', 'deploy'],
  ['twelve hours', '2:02pm - deploy', '2026-03-04T14:02:00+01:00', 'deploy'],
  ['German', '14.02 Uhr Rollback', '2026-03-04T14:02:00+01:00', 'Rollback'],
  ['a row of a table', '| 14:02 | deploy |', '2026-03-04T14:02:00+01:00', 'deploy'],
  ['ISO 8601', '2026-03-04T14:02:11Z ERROR x', '2026-03-04T14:02:11+00:00', 'ERROR x'],
  ['a log', '2026-03-04 14:02:11,123 WARN x', '2026-03-04T14:02:11.123+01:00', 'WARN x'],
  ['syslog', 'Mar  4 14:02:11 web-1 app[7]: x', '2026-03-04T14:02:11+01:00', 'web-1 app[7]: x'],
  ['a time behind', 'we rolled back at 14:02', '2026-03-04T14:02:00+01:00', 'we rolled back'],
  ['a time in brackets', '[14:02] deploy is out', '2026-03-04T14:02:00+01:00', 'deploy is out'],
];
it.each(FORMS)('%s is an entry at its time', (_, line, at, text) => {
  expect(entries(line, ROME)).toEqual([expect.objectContaining({ at, text, line: 1 })]);
});

it.each([
  [
    'Slack',
    'Alice Smith  2:02 PM\ndeploy is out\nBob APP  2:04 PM\nerrors',
    ['Alice Smith: deploy is out', 'Bob: errors'],
  ],
  [
    'Teams',
    '[2:02 PM] Alice Smith\ndeploy is out\n\nsecond part',
    ['Alice Smith: deploy is out\nsecond part'],
  ],
  ['Teams with a date', 'Alice Smith 3/4/2026 2:02 PM\ndeploy is out', ['Alice Smith: deploy is out']],
  ['a name over its time', 'Alice\n2:02 PM\ndeploy is out', ['Alice: deploy is out']],
])('a thread copied from %s has one entry for each message', (_, text, said) => {
  expect(entries(text, ROME).map((entry) => entry.text)).toEqual(said);
  expect(moments(text)[0]).toBe('2026-03-04T14:02:00+01:00');
});

it('a status page’s dates belong to the text above them', () => {
  const page = 'Resolved - Over.\nMar 4, 2026 - 15:10 UTC\nInvestigating - Looking.\nMar 4, 2026 - 14:02 UTC';
  expect(readTimeline(page)).toEqual([
    { line: 1, taken: true, at: null, told: null, text: 'Resolved - Over.', joins: 2 },
    expect.objectContaining({
      line: 2,
      at: '2026-03-04T15:10:00+00:00',
      text: 'Resolved - Over.',
      kind: 'resolution',
    }),
    { line: 3, taken: true, at: null, told: null, text: 'Investigating - Looking.', joins: 4 },
    expect.objectContaining({ line: 4, at: '2026-03-04T14:02:00+00:00', kind: null }),
  ]);
});

it('what is not an entry is left out with the reason', () => {
  const text =
    'Timeline\n| Time | Event |\n|---|---|\n14:02 down\n:eyes: 2\n👍 3\nBob joined the channel\n3 replies\n\nlater words';
  const left = readTimeline(text, ROME).filter(({ taken }) => !taken);
  expect(left.map((reading) => ('why' in reading ? reading.why : null))).toEqual([
    'It is a heading.',
    'It is the head of a table.',
    'It is a line between parts.',
    'It is a reaction.',
    'It is a reaction.',
    'Somebody came or went.',
    'It belongs to the chat’s page.',
    'The line is empty.',
    'No time stands beside it or above it.',
  ]);
});

describe('a moment', () => {
  it('has a day and a zone from a heading, and "UTC" only if the text says so', () => {
    expect(moments('4 March 2026 (all times CET)\n14:02 a\nAll times are UTC\n15:00 b', {})).toEqual([
      '2026-03-04T14:02:00+01:00',
      '2026-03-04T15:00:00+00:00',
    ]);
    expect(entries('2026-03-04 14:02 a', {})[0]).toMatchObject({
      at: null,
      note: expect.stringContaining('time zone'),
    });
    expect(entries('14:02 UTC a', {})[0]).toMatchObject({
      at: null,
      note: expect.stringContaining('which day'),
    });
  });

  it('goes on over midnight, New Year and the end of February', () => {
    expect(moments('23:58 a\n00:03 b', { date: '2026-12-31', zone: 'UTC' })).toEqual([
      '2026-12-31T23:58:00+00:00',
      '2027-01-01T00:03:00+00:00',
    ]);
    expect(
      moments('Dec 31 23:59:00 h a: x\nJan  1 00:01:00 h a: y', { date: '2026-12-31', zone: 'UTC' }),
    ).toEqual(['2026-12-31T23:59:00+00:00', '2027-01-01T00:01:00+00:00']);
    expect(moments('23:59 a\n00:01 b', { date: '2028-02-28', zone: 'UTC' })[1]).toBe(
      '2028-02-29T00:01:00+00:00',
    );
  });

  it('on a day that no calendar has is an entry that says so, and dates nothing below it', () => {
    const given = { date: '2026-02-28', zone: 'UTC' };
    const told = entries('09:00 deployed\n2026-02-29 10:00 alert\n10:05 paged\n2026-03-01 10:10 back', given);
    expect(told.map(({ at, text, note }) => [at, text, note])).toEqual([
      ['2026-02-28T09:00:00+00:00', 'deployed', null],
      [null, 'alert', 'There is no 2026-02-29.'],
      [null, 'paged', 'No line says which day it is, and none was given.'],
      ['2026-03-01T10:10:00+00:00', 'back', null],
    ]);
    // A number of a version is no day.
    expect(entries('09:00 deployed\n2026.99.31 10:00 is out', given)).toHaveLength(1);
  });

  it('that a clock change leaves out or repeats is said, and not guessed', () => {
    const at = (date: string, time: string) => entries(`${time} a`, { date, zone: 'Europe/Rome' })[0];
    expect(at('2026-03-29', '02:30')).toMatchObject({
      at: null,
      note: expect.stringContaining('never showed it'),
    });
    expect(at('2026-10-25', '02:30')).toMatchObject({
      at: null,
      note: expect.stringContaining('showed it twice'),
    });
    expect(at('2026-03-29', '03:30')?.at).toBe('2026-03-29T03:30:00+02:00');
    expect(at('2026-10-25', '03:30')?.at).toBe('2026-10-25T03:30:00+01:00');
  });

  it('in an abbreviation of several zones, or with day and month in doubt, is not guessed', () => {
    expect(entries('14:02 IST a', ROME)[0]).toMatchObject({
      at: null,
      note: expect.stringContaining('India'),
    });
    expect(entries('03/05/2026 14:02 a', { zone: 'UTC' })[0]).toMatchObject({
      at: null,
      note: expect.stringContaining('day first'),
    });
    expect(moments('03/04/2026 14:02 a')).toEqual(['2026-03-04T14:02:00+01:00']);
    expect(moments('13/04/2026 14:02 a')).toEqual(['2026-04-13T14:02:00+02:00']);
  });

  it('before the line above stays on its day and says so', () => {
    expect(entries('14:10 a\n14:02 b', ROME)[1]).toMatchObject({
      at: '2026-03-04T14:02:00+01:00',
      note: 'It is before the line above.',
    });
  });
});

it.each([
  ['deploy of 4.2 started', 'trigger'],
  ['Alert: error rate above 5 % after the deploy', 'detection'],
  ['escalated to the database team', 'escalation'],
  ['rolled back the release', 'mitigation'],
  ['all checks green', 'resolution'],
  ['rolling back now?', null],
  ['not resolved yet', null],
  ['we will restart it', null],
  ['coffee', null],
])('“%s” is of the kind %s', (text, kind) => {
  expect(entries(`14:02 ${text}`, ROME)[0]?.kind).toBe(kind);
});

describe('an export', () => {
  it('of Slack has its messages at their seconds, with names and links as they are shown', () => {
    const messages = [
      {
        type: 'message',
        user: 'U1',
        user_profile: { real_name: 'Ann' },
        ts: '1772632920.000100',
        text: 'out <https://ci/1|#1> &amp; ok',
      },
      {
        type: 'message',
        subtype: 'channel_join',
        user: 'U2',
        ts: '1772632921.000000',
        text: '<@U2> has joined the channel',
      },
    ];
    expect(readTimeline(JSON.stringify(messages))).toEqual([
      expect.objectContaining({
        at: '2026-03-04T14:02:00+00:00',
        text: 'Ann: out #1 (https://ci/1) & ok',
        source: 'slack',
      }),
      expect.objectContaining({ taken: false, why: 'It belongs to the channel and not to the incident.' }),
    ]);
  });

  it.each([
    [
      'pagerduty',
      {
        log_entries: [
          { type: 'trigger_log_entry', created_at: '2026-03-04T14:02:00Z', summary: 'Triggered.' },
        ],
      },
      'detection',
    ],
    [
      'opsgenie',
      {
        data: [
          { log: 'Alert acknowledged', type: 'system', owner: 'ann', createdAt: '2026-03-04T14:02:00Z' },
        ],
      },
      'detection',
    ],
    [
      'github',
      [{ user: { login: 'ann' }, created_at: '2026-03-04T14:02:00Z', body: 'rolled back' }],
      'mitigation',
    ],
    [
      'status page',
      { incident_updates: [{ status: 'resolved', created_at: '2026-03-04T14:02:00Z', body: 'Over.' }] },
      'resolution',
    ],
  ])('of %s is read as such', (source, value, kind) => {
    expect(entries(JSON.stringify(value))).toEqual([
      expect.objectContaining({ at: '2026-03-04T14:02:00+00:00', source, kind }),
    ]);
  });

  it('that is broken is read as text, and hostile names in it harm nothing', () => {
    expect(readTimeline('[{"ts": "1772632920", "text"')).toHaveLength(1);
    expect(entries('[{"__proto__":{"ts":1},"ts":1772632920,"text":"x"}]')).toHaveLength(1);
    expect(({} as { ts?: unknown }).ts).toBeUndefined();
  });
});

const LINE = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom(
    '14:02 deploy',
    'Alice  2:02 PM',
    '2:05 PM',
    'Bob',
    '',
    '4 March 2026',
    ':eyes: 2',
    'Mar 4, 2026 - 14:02 UTC',
    'words of it',
    '| 15:00 | x |',
    '# Timeline',
  ),
);

it('every line has one reading, in order, and every word of a taken line stands in an entry', () => {
  fc.assert(
    fc.property(fc.array(LINE, { maxLength: 12 }), fc.constantFrom<Given>({}, ROME), (lines, given) => {
      const text = lines.join('\n');
      const readings = readTimeline(text, given);
      const expected = text.split(/\r\n|\n|\r/);
      if (expected.length > 1 && expected.at(-1) === '') expected.pop();
      if (!/^\s*[[{]/.test(text))
        expect(readings.map(({ line }) => line)).toEqual(expected.map((_, index) => index + 1));
      const byLine = new Map(readings.map((reading) => [reading.line, reading]));
      for (const reading of readings) {
        if (!reading.taken || !('joins' in reading)) continue;
        const entry = byLine.get(reading.joins);
        expect(entry && 'source' in entry).toBe(true);
        const words = (value: string) => value.replace(/:/g, ' ').split(/\s+/).filter(Boolean);
        expect(words(entry?.text ?? '')).toEqual(expect.arrayContaining(words(reading.text)));
      }
    }),
  );
});

it('a name right above a lone time on a page whose dates stand below is no line without a reading', () => {
  expect(readTimeline('!\n@\n2:05 PM').map(({ line }) => line)).toEqual([1, 2, 3]);
});

it('under a day that no calendar has, the day before does not go on', () => {
  const [, above, heading, below] = readTimeline('2026-02-28\n23:10 UTC alert\n2026-02-29\n09:10 UTC fixed');
  expect(above).toMatchObject({ at: '2026-02-28T23:10:00+00:00' });
  expect(heading).toMatchObject({ taken: false, why: 'There is no 2026-02-29.' });
  expect(below).toMatchObject({ at: null, told: '09:10 UTC' });
});

it('29 February far from a leap year is said to be no day', () => {
  const [entry] = readTimeline('29 February 14:02 UTC deploy', { date: '2026-03-04' });
  expect(entry).toMatchObject({ at: null, note: 'There is no such day in that year or beside it.' });
});

it('ten thousand lines and a line of a million letters are read', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => `14:02 event ${index}`).join('\n');
  expect(entries(many, ROME)).toHaveLength(10_000);
  expect(readTimeline('x'.repeat(1_000_000))).toHaveLength(1);
  expect(readTimeline(`${'1:'.repeat(200_000)}`)).toHaveLength(1);
});
