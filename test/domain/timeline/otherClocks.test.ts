import { type Given, readTimeline } from '../../../domain/timeline';

const ROME: Given = { date: '2026-03-03', zone: 'Europe/Rome' };
const entries = (text: string, given = ROME) =>
  readTimeline(text, given).flatMap((reading) =>
    'source' in reading ? [[reading.at, reading.text, reading.source]] : [],
  );

test('a table is told in the zone that stands in its head, whatever zone was given', () => {
  expect(entries('| Time (PST) | Event |\n|---|---|\n| 11:58 PM | disk alert |\n| 12:07 AM | ack |')).toEqual(
    [
      ['2026-03-03T23:58:00-08:00', 'disk alert', 'table'],
      ['2026-03-04T00:07:00-08:00', 'ack', 'table'],
    ],
  );
  expect(entries('"Time (UTC)","Event"\n"09:02","disk alert"')).toEqual([
    ['2026-03-03T09:02:00+00:00', 'disk alert', 'text'],
  ]);
  const [head] = readTimeline('| When | Event |\n| 11:58 PM | disk alert |', ROME);
  expect(head).toMatchObject({ taken: false, why: 'It is the head of a table.' });
});

test('syslog as RFC 5424 has it is read line by line', () => {
  const lines = [
    '<165>1 2026-03-03T09:03:00.003Z web-2 app 812 ID47 - pool exhausted',
    '<34>1 2026-03-03T09:04:00Z web-2 app 812 - - recovered',
  ];
  expect(entries(`09:00 alert\n${lines.join('\n')}`)).toEqual([
    ['2026-03-03T09:00:00+01:00', 'alert', 'text'],
    ['2026-03-03T09:03:00.003+00:00', 'web-2 app 812 ID47 - pool exhausted', 'syslog'],
    ['2026-03-03T09:04:00+00:00', 'web-2 app 812 - - recovered', 'syslog'],
  ]);
});

test('seconds since 1970 are a moment where the lines are timed so, and a figure where one line is', () => {
  expect(entries('1772528531 deploy finished\n1772528600.5 errors\n1772529000123 ok')).toEqual([
    ['2026-03-03T09:02:11+00:00', 'deploy finished', 'text'],
    ['2026-03-03T09:03:20.500+00:00', 'errors', 'text'],
    ['2026-03-03T09:10:00.123+00:00', 'ok', 'text'],
  ]);
  expect(entries('09:00 alert\n1772528531 rows were lost')).toEqual([
    ['2026-03-03T09:00:00+01:00', 'alert\n1772528531 rows were lost', 'text'],
  ]);
});

test('the words of a German and of an Italian clock are read', () => {
  expect(entries('9.15 Uhr Alarm\num 10 Uhr fertig\nore 11.20 tutto ok\nalle ore 12 chiuso')).toEqual([
    ['2026-03-03T09:15:00+01:00', 'Alarm', 'text'],
    ['2026-03-03T10:00:00+01:00', 'fertig', 'text'],
    ['2026-03-03T11:20:00+01:00', 'tutto ok', 'text'],
    ['2026-03-03T12:00:00+01:00', 'chiuso', 'text'],
  ]);
});

test('a message of a chat under the time alone is by whoever spoke last', () => {
  expect(
    entries(
      'Priya Nair  9:02 AM\ncheckout is down\n9:03\np99 is off\nTomás R.  9:05 AM\nrolling back\n9:06\ndone',
    ),
  ).toEqual([
    ['2026-03-03T09:02:00+01:00', 'Priya Nair: checkout is down', 'slack'],
    ['2026-03-03T09:03:00+01:00', 'Priya Nair: p99 is off', 'slack'],
    ['2026-03-03T09:05:00+01:00', 'Tomás R.: rolling back', 'slack'],
    ['2026-03-03T09:06:00+01:00', 'Tomás R.: done', 'slack'],
  ]);
});
