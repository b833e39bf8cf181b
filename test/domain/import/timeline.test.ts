import { importMarkdown } from '../../../domain/import';

const timelineOf = (lines: readonly string[]) => {
  const { content, left } = importMarkdown(`# Down\n\n## Timeline\n\n${lines.join('\n')}`);
  return { rows: content.timeline.map(({ at, text, zone }) => [at, text, ...(zone ? [zone] : [])]), left };
};
const items = (...lines: string[]) => timelineOf(lines.map((line) => `- ${line}`));

it.each([
  ['14:10 Not yet fixed', '14:10', 'Not yet fixed'],
  ['14:05 alert fired', '14:05', 'alert fired'],
  ['14:12 first rollback failed', '14:12', 'first rollback failed'],
  ['14:20 Grant paged the DBA', '14:20', 'Grant paged the DBA'],
  ['14:20 est. 40 users are hit', '14:20', 'est. 40 users are hit'],
  ['14:20 et al. were paged', '14:20', 'et al. were paged'],
  ['Mar 4 14:20 MUST page', 'Mar 4 14:20', 'MUST page'],
])('a word behind a time is no time zone: %s', (line, at, text) => {
  expect(items(line)).toEqual({ rows: [[at, text]], left: [] });
});

it.each([
  ['14:10 EST: paged', '14:10 EST', 'paged'],
  ['[14:10 UTC] paged', '14:10 UTC', 'paged'],
  ['14:10 (CEST) - paged', '14:10 (CEST)', 'paged'],
  ['14:10Z paged', '14:10Z', 'paged'],
  ['14:10 Europe/Rome – paged', '14:10 Europe/Rome', 'paged'],
  ['2:10 PM PDT - 2:25 PM PDT: paged', '2:10 PM PDT - 2:25 PM PDT', 'paged'],
  ['2pm UTC paged', '2pm UTC', 'paged'],
  ['1410Z paged', '1410Z', 'paged'],
  ['14:10-14:25 paged', '14:10-14:25', 'paged'],
  ['2026-03-04T14:10:07.250-05:00 paged', '2026-03-04T14:10:07.250-05:00', 'paged'],
  ['Wed, 4 March 2026 at 14:10 GMT+1 paged', 'Wed, 4 March 2026 at 14:10 GMT+1', 'paged'],
])('a time keeps its zone, its end and its day: %s', (line, at, text) => {
  expect(items(line)).toEqual({ rows: [[at, text]], left: [] });
});

it.each([
  '99.95% SLO breached',
  '12.50 % of carts were lost',
  '12.50 percent of carts were lost',
  '10.20.30.40 stopped',
  '3.14.2 released',
  '20.04 LTS hosts only',
  '2h30 of downtime',
  '31:75 is no time',
  'Maybe 14:05 was the first sign',
  'Marketing 10:30 told the press',
])('a figure, an address, a version or a length is no time: %s', (line) => {
  const { rows, left } = items('14:02 paged', line);
  expect(rows).toEqual([['14:02', 'paged']]);
  expect(left).toEqual([`Timeline: - ${line}`]);
});

it('times are read as these lines write them, with a full stop or an "h"', () => {
  expect(items('14.02 paged', '14.05 mended').rows).toEqual([
    ['14.02', 'paged'],
    ['14.05', 'mended'],
  ]);
  expect(items('14h02 paged', '14h05 mended').rows).toHaveLength(2);
});

it.each(['Maybe', 'Decided', 'Marketing:', 'Second', 'May'])(
  'a line of a word that begins as a month does is no day, and stays: %s',
  (line) => {
    const { rows, left } = items(line, '14:02 paged');
    expect(rows).toEqual([['14:02', 'paged']]);
    expect(left).toEqual([`Timeline: - ${line}`]);
  },
);

it('a day holds for the lines below it until midnight or another day, and is told where no line has it', () => {
  expect(items('2026-03-04 (UTC)', '23:58 paged', '00:03 mended', '2026-03-06', 'nothing')).toEqual({
    rows: [
      ['2026-03-04 23:58', 'paged', 'UTC'],
      ['00:03', 'mended', 'UTC'],
    ],
    left: ['Timeline: - nothing - 2026-03-06'],
  });
  expect(items('4 March 2026 (the night of the sale)', '14:02 paged').left).toEqual([
    'Timeline: - 4 March 2026 (the night of the sale)',
  ]);
  expect(items('2026-03-05 00:03 paged', '00:05 mended').rows).toEqual([
    ['2026-03-05 00:03', 'paged'],
    ['2026-03-05 00:05', 'mended'],
  ]);
});

it('the zone of a column is one that there is', () => {
  const zoneOf = (heading: string) =>
    timelineOf([`| ${heading} | Event |`, '|---|---|', '| 14:02 | paged |']).rows;
  expect(zoneOf('Time (UTC)')).toEqual([['14:02', 'paged', 'UTC']]);
  expect(zoneOf('Time CEST')).toEqual([['14:02', 'paged', 'CEST']]);
  expect(zoneOf('Time of start')).toEqual([['14:02', 'paged']]);
  expect(zoneOf('At')).toEqual([['14:02', 'paged']]);
});

it.each([
  ['UTC', [['14:02', 'paged', 'UTC']], []],
  ['4 March 2026', [['4 March 2026 14:02', 'paged']], []],
  ['all times CET', [['14:02', 'paged', 'CET']], ['Timeline (all times CET): - all times CET']],
  ['from the chat', [['14:02', 'paged']], ['Timeline (from the chat): - from the chat']],
])('what stands in brackets in the heading is read or kept: %s', (aside, rows, left) => {
  const { content, left: told } = importMarkdown(`# Down\n\n## Timeline (${aside})\n\n- 14:02 paged`);
  expect(content.timeline.map(({ at, text, zone }) => [at, text, ...(zone ? [zone] : [])])).toEqual(rows);
  expect(told).toEqual(left);
});

const momentsOf = (markdown: string) =>
  importMarkdown(`# Down\n\n## Timeline\n\n${markdown}`).content.timeline.map(({ at, text, moment }) => [
    moment ?? at,
    text,
  ]);

it('a date and a time in columns of their own are one moment, also where the date stands once for several rows', () => {
  expect(
    momentsOf(
      '| Date | Time (UTC) | Event |\n|---|---|---|\n| 2026-03-04 | 23:58 | deploy |\n| | 23:59 | alert |\n| | 00:02 | paged |\n| 2026-03-06 | 09:00 | review |',
    ),
  ).toEqual([
    ['2026-03-04T23:58:00+00:00', 'deploy'],
    ['2026-03-04T23:59:00+00:00', 'alert'],
    ['00:02', 'paged'],
    ['2026-03-06T09:00:00+00:00', 'review'],
  ]);
  expect(momentsOf('| Date | Event | Time spent |\n|---|---|---|\n| 2026-03-04 | deploy | 20 min |')).toEqual(
    [['2026-03-04', 'deploy (time spent: 20 min)']],
  );
});

it('a day and a zone that a line tells hold for the table below it', () => {
  expect(
    momentsOf(
      '### 4 March 2026 (CET)\n\n| Time | Event |\n|---|---|\n| 14:02 | deploy |\n| 14:05 UTC | alert |',
    ),
  ).toEqual([
    ['2026-03-04T14:02:00+01:00', 'deploy'],
    ['4 March 2026 14:05 UTC', 'alert'],
  ]);
});

it('an item that is a day, or words, has the timed items below it as entries of their own', () => {
  expect(
    momentsOf(
      '- 2026-03-04\n  - 14:02 deploy\n    - canary first\n  - 14:05 alert fired\n- 2026-03-05\n  - 09:00 review',
    ),
  ).toEqual([
    ['2026-03-04 14:02', 'deploy canary first'],
    ['2026-03-04 14:05', 'alert fired'],
    ['2026-03-05 09:00', 'review'],
  ]);
  const { rows, left } = items('Detection\n  - 14:05 alert', 'Repair\n  - 14:09 rolled back');
  expect(rows).toEqual([
    ['14:05', 'alert'],
    ['14:09', 'rolled back'],
  ]);
  expect(left.join()).toMatch(/Detection[\s\S]*Repair/);
});

it('a table that names no columns begins with its first entry', () => {
  expect(momentsOf('| 14:02 | deploy |\n|---|---|\n| 14:05 | alert |')).toEqual([
    ['14:02', 'deploy'],
    ['14:05', 'alert'],
  ]);
});

it('what the heading of a column tells beyond its field is kept', () => {
  const { rows, left } = timelineOf(['| Time (roughly) | Symptoms |', '|---|---|', '| 14:02 | 500s |']);
  expect(rows).toEqual([['14:02', '500s']]);
  expect(left.join()).toMatch(/time \(roughly\).*symptoms/);
});
