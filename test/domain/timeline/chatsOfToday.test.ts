import { type Given, type LineReading, readTimeline } from '../../../domain/timeline';

const UTC: Given = { date: '2026-03-04', zone: 'UTC' };
const told = (readings: readonly LineReading[]): string[] =>
  readings.flatMap((reading) =>
    'source' in reading ? [`${reading.at?.slice(11, 16)} ${reading.text}`] : [],
  );
const leftOut = (readings: readonly LineReading[]) =>
  readings.flatMap((reading) => (reading.taken ? [] : [`${reading.text}: ${reading.why}`]));

describe('a Slack export as Slack writes it', () => {
  const message = (ts: string, fields: object) => ({ type: 'message', ts: `${ts}.000100`, ...fields });
  const ada = { user: 'U01AAAA', user_profile: { real_name: 'Ada Lovelace', display_name: 'ada' } };

  test('an alert has the words of its card, under the name of the app that posted it', () => {
    const readings = readTimeline(
      JSON.stringify([
        message('1772633160', {
          subtype: 'bot_message',
          text: '',
          username: 'PagerDuty',
          attachments: [{ fallback: 'Triggered', title: 'Error rate above 5 %', text: 'checkout-api' }],
        }),
        message('1772633220', {
          text: '',
          bot_profile: { name: 'Datadog' },
          blocks: [
            { type: 'section', text: { type: 'mrkdwn', text: 'p99 latency is 30 s' } },
            { type: 'context', elements: [{ type: 'mrkdwn', text: 'monitor 12' }] },
          ],
        }),
        message('1772633280', {
          text: '',
          username: 'Grafana',
          attachments: [{ fallback: '[Alerting] queue is full' }],
        }),
      ]),
    );
    expect(told(readings)).toEqual([
      '14:06 PagerDuty: Error rate above 5 % checkout-api',
      '14:07 Datadog: p99 latency is 30 s monitor 12',
      '14:08 Grafana: [Alerting] queue is full',
    ]);
  });

  test('a link that Slack unfolded under a message adds nothing to it', () => {
    const unfolded = { text: 'see the graph', attachments: [{ title: 'Grafana', text: 'Log in' }], ...ada };
    expect(told(readTimeline(JSON.stringify([message('1772633160', unfolded)])))).toEqual([
      '14:06 Ada Lovelace: see the graph',
    ]);
  });

  test('somebody who is named once, or in the list of users, is named wherever they speak or are spoken to', () => {
    const users = [{ id: 'U02BBBB', name: 'bob', profile: { real_name: 'Bob Ross' } }];
    const messages = [
      message('1772632920', { text: 'is it yours, <@U02BBBB>?', ...ada }),
      message('1772633640', { text: 'lock found, <@U01AAAA>', user: 'U02BBBB', edited: { user: 'U02BBBB' } }),
      message('1772633700', { text: '', user: 'U03CCCC', files: [{ name: 'graph.png' }] }),
    ];
    expect(told(readTimeline(JSON.stringify({ users, messages })))).toEqual([
      '14:02 Ada Lovelace: is it yours, @Bob Ross?',
      '14:14 Bob Ross: lock found, @Ada Lovelace',
      '14:15 U03CCCC: (file: graph.png)',
    ]);
  });

  test('a message that was deleted is left out with the reason', () => {
    const deleted = message('1772633650', { subtype: 'tombstone', text: 'This message was deleted.' });
    expect(leftOut(readTimeline(JSON.stringify([message('1772632920', ada), deleted])))).toEqual([
      ': It has no text.',
      'This message was deleted.: It was deleted in the chat.',
    ]);
  });

  test('of several days all are read, in one file or pasted one after the other', () => {
    const days = [
      [message('1772632920', { text: 'one', ...ada })],
      [message('1772719320', { text: 'two', ...ada }), message('1772719420', { text: 'three', ...ada })],
    ];
    const both = ['14:02 Ada Lovelace: one', '14:02 Ada Lovelace: two', '14:03 Ada Lovelace: three'];
    const [first, second] = days;
    expect(told(readTimeline(JSON.stringify({ '2026-03-04': first, '2026-03-05': second })))).toEqual(both);
    expect(told(readTimeline(days.map((day) => JSON.stringify(day)).join('\n')))).toEqual(both);
    expect(told(readTimeline(days.map((day) => JSON.stringify(day, null, 1)).join('\n')))).toEqual(both);
  });
});

test('a log of PagerDuty says which note was added and what was triggered', () => {
  const entry = (type: string, summary: string, fields: object) => ({
    ...{ type: `${type}_log_entry`, summary, created_at: '2026-03-04T14:06:00Z', agent: { summary: 'Ada' } },
    ...fields,
  });
  const log_entries = [
    entry('trigger', 'Triggered through the API', { event_details: { description: 'error rate above 5 %' } }),
    entry('annotate', 'Note added', { channel: { type: 'note', summary: 'killed the migration' } }),
    entry('acknowledge', 'Acknowledged', { channel: { type: 'mobile', summary: 'iPhone' } }),
  ];
  expect(told(readTimeline(JSON.stringify({ log_entries })))).toEqual([
    '14:06 Ada: Triggered through the API: error rate above 5 %',
    '14:06 Ada: Note added: killed the migration',
    '14:06 Ada: Acknowledged',
  ]);
});

describe('a thread copied from Slack', () => {
  test('has a message under each name, also under the sign that an app has beside its time', () => {
    const thread = 'Ada Lovelace\n  2:02 PM\ndeploy is out\nPagerDuty\nAPP  2:06 PM\nerror rate above 5 %';
    expect(told(readTimeline(thread, UTC))).toEqual([
      '14:02 Ada Lovelace: deploy is out',
      '14:06 PagerDuty: error rate above 5 %',
    ]);
  });

  test('reads a time without AM or PM as following the one above, and says so', () => {
    const readings = readTimeline('Ada  11:58 AM\nlooking\n12:03\nfound it\n2:07\nfixed\n14:20\nclosed', UTC);
    expect(told(readings).map((line) => line.slice(0, 5))).toEqual(['11:58', '12:03', '14:07', '14:20']);
    expect(readings.flatMap((reading) => ('note' in reading ? [reading.note] : []))).toEqual([
      null,
      null,
      'It says neither AM nor PM: it is read as following the line above.',
      null,
    ]);
  });

  test('leaves out, each with its reason, what belongs to the page', () => {
    const thread =
      'Ada  2:02 PM\nlock found\n:eyes:\n2\n3 replies\nLast reply today at 2:20 PM\n[2:25 PM] green';
    const readings = readTimeline(thread, UTC);
    expect(told(readings)).toEqual(['14:02 Ada: lock found', '14:25 green']);
    expect(leftOut(readings)).toEqual([
      ':eyes:: It is a reaction.',
      '2: It is a reaction.',
      '3 replies: It belongs to the chat’s page.',
      'Last reply today at 2:20 PM: It belongs to the chat’s page.',
    ]);
  });

  test('a number that somebody answered is no reaction', () => {
    expect(told(readTimeline('Ada  2:02 PM\nhow many?\nBob  2:03 PM\n2', UTC))).toContain('14:03 Bob: 2');
  });
});

describe('a thread copied from Teams', () => {
  test('has messages dated without a year, on the day that is given', () => {
    const thread =
      'Ada Lovelace\n3/4 2:02 PM\ndeploy is out\n\nBob Ross\n3/4 2:06 PM\nalert\nlike 1\nhas context menu';
    expect(told(readTimeline(thread, UTC))).toEqual([
      '14:02 Ada Lovelace: deploy is out',
      '14:06 Bob Ross: alert',
    ]);
  });

  test.each([
    [
      '[04/03/2026 14:02] Usher, Lenore\ndeploy is out\n[04/03/2026 14:09] de la Cruz, Ana María (Guest)\nalert',
    ],
    [
      'Usher, Lenore\n04/03/2026 14:02\ndeploy is out\n\nde la Cruz, Ana María (Guest)\n04/03/2026 14:09\nalert',
    ],
    ['Usher, Lenore 04/03/2026 14:02\ndeploy is out\nde la Cruz, Ana María (Guest) 04/03/2026 14:09\nalert'],
  ])('has each message under who wrote it where a directory puts family names first: %#', (thread) => {
    const readings = readTimeline(thread, { date: '2026-03-04', zone: 'UTC' });
    expect(told(readings)).toEqual([
      '14:02 Usher, Lenore: deploy is out',
      '14:09 de la Cruz, Ana María (Guest): alert',
    ]);
    expect(new Set(readings.flatMap((reading) => ('source' in reading ? [reading.source] : [])))).toEqual(
      new Set(['teams']),
    );
  });

  test('two things done are no name of somebody', () => {
    expect(told(readTimeline('[14:02] Restarted, Recovered\nall green', UTC))).toEqual([
      '14:02 Restarted, Recovered\nall green',
    ]);
  });

  test.each([
    ['3/4 14:02 deploy', { date: '2026-06-01', zone: 'UTC' }, null],
    ['4/3 14:02 deploy', UTC, '2026-03-04T14:02:00+00:00'],
    ['31/12 14:02 deploy', { date: '2026-01-01', zone: 'UTC' }, '2025-12-31T14:02:00+00:00'],
    ['1/2 of the shards are back', UTC, undefined],
  ])('“%s” is on a day only where that is certain', (line, given, at) => {
    const [reading] = readTimeline(line, given);
    expect(reading && 'source' in reading ? reading.at : undefined).toBe(at);
  });
});
