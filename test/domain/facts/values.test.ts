import { checkFacts } from '../../../domain/facts';

const found = (source: string, draft: string) => {
  const { added, lost, moved } = checkFacts(source, draft);
  return [...added, ...lost, ...moved];
};
const hard = (source: string, draft: string): string[] =>
  found(source, draft)
    .filter(({ severity }) => severity === 'hard')
    .map(({ kind, value }) => `${kind} ${value}`);

describe('the same amount or time told in another way is no finding, in either direction', () => {
  test.each([
    ['invoices for 31 march not sent', 'Invoices for 31 March not sent.'],
    ['down since march 3', 'Down since March 3.'],
    ['broken from 3 to 5 may, mended then', 'Broken from 3 to 5 May. Mended then.'],
    ['it came back on 5 may, when we restarted', 'It came back on 5 May, when we restarted.'],
    ['of those 5 may have been lost', 'Of those, 5 may have been lost.'],
    ['contractors were out till ten', 'Contractors were locked out until 10:00.'],
    ['declined 23% of payments instead of 1.5', 'It declined 23% of payments instead of 1.5%.'],
    ['The heap had 2048 MB.', 'The heap had 2 GB.'],
    ['It lagged for 36 hours.', 'It lagged for a day and a half.'],
    ['Load grew threefold.', 'Load grew 3x.'],
    ['It ran between 9 and 11 am PST.', 'It ran from 09:00 to 11:00 PST.'],
    ['It took one and a half hours.', 'It took 90 minutes.'],
    ['It took 1 h 30.', 'It took 90 minutes.'],
    ['It took two and a half hours.', 'It took 2.5 h.'],
    ['It took 2½ hours.', 'It took 150 minutes.'],
    ['It took 2:30 minutes.', 'It took 150 seconds.'],
    ['It took an hour or two.', 'It took one to two hours.'],
    ['It took 3600 seconds.', 'It took an hour.'],
    ['Two thirds of the pods failed.', '2/3 of the pods failed.'],
    ['A third of the pods failed.', '33 % of the pods failed.'],
    ['9 out of 10 calls failed.', '90 % of the calls failed.'],
    ['The p95 was 40 ms.', 'The 95th percentile was 40 ms.'],
    ['The p50 was 40 ms.', 'The median was 40 ms.'],
    ['It lasted 18:21–21:14.', 'It lasted 6:21–9:14 PM.'],
    ['It ran from 22:00 to 02:00.', 'It ran from 10 pm to 2 am.'],
    ['It began at 12 noon.', 'It began at noon.'],
    ['It began at half past nine.', 'It began at 9:30.'],
    ['It ended at 19:55 EST.', 'It ended at 19:55 Eastern Standard Time.'],
    ['It ended at 19:55 Pacific Time.', 'It ended at 19:55 PT.'],
    ['It ended at 19:55 (all times are US/Pacific).', 'It ended at 19:55 PST.'],
    ['It ran at 2026-03-01T19:55:00+00:00.', 'It ran at 19:55 UTC on 1 March 2026.'],
    ['It ran at 2026-03-01T19:55:00-05:00.', 'It ran at 19:55 UTC-5 on 1 March 2026.'],
    ['It ran at 19:55:00+0200.', 'It ran at 19:55 (UTC+02:00).'],
    ['Reads fell to 300 rps.', 'Reads fell to 300 requests per second.'],
    ['10k-20k users', '10,000 to 20,000 users'],
    ['It took two hours and a quarter.', 'It took 135 minutes.'],
    ['It took 3 hours and a half.', 'It took 3.5 hours.'],
    ['It took one and three quarters hours.', 'It took 105 minutes.'],
    ['It lasted 25 Dec - 2 Jan 2016.', 'It lasted from 25 December 2015 to 2 January 2016.'],
    ['It ran from 3 May to 9 May 2021.', 'It ran from May 3, 2021 to May 9, 2021.'],
    ['So the queue was paused.', 'Thus the queue was paused.'],
  ])('%s = %s', (source, draft) => {
    expect(hard(source, draft)).toEqual([]);
    expect(hard(draft, source)).toEqual([]);
  });

  test('a time told in another zone is a warning, and not an invented time', () => {
    expect(found('It fired at 19:30 CET.', 'It fired at 18:30 UTC.')).toMatchObject([
      { kind: 'derived', severity: 'soft' },
    ]);
  });
});

describe('another amount, time or year is found', () => {
  test.each([
    ['1.2M calls failed.', '1.2K calls failed.', 'number 1.2K'],
    ['2.5M rows were lost.', '2.5 rows were lost.', 'number 2.5'],
    ['1.21 billion rows were lost.', '1.21 million rows were lost.', 'number 1.21 million'],
    ['The rate rose by 5 %.', 'The rate rose by 5 percentage points.', 'percentage 5 percentage points'],
    ['It ended at 19:55 EST.', 'It ended at 19:55 CDT.', 'time-zone 19:55 CDT'],
    ['It ended at 19:55 Pacific Time.', 'It ended at 19:55 Eastern Time.', 'time-zone 19:55 Eastern Time'],
    ['It ran from 2 to 4 pm.', 'It ran from 2 to 4 am.', 'time 4 am.'],
    ['Two thirds of the pods failed.', 'One third of the pods failed.', 'number One third'],
    ['2 out of 3 pods failed.', '2 out of 4 pods failed.', 'number 4'],
    ['The p99 was 2 s.', 'The 95th percentile was 2 s.', 'id 95th percentile'],
    ['It took a day and a half.', 'It took two days and a half.', 'duration two days and a half'],
    [
      'It lasted 25 Dec - 2 Jan 2016.',
      'It lasted from 25 December 2016 to 2 January 2016.',
      'date 25 December 2016',
    ],
  ])('%s → %s', (source, draft, finding) => {
    expect(hard(source, draft)).toContain(finding);
  });

  test('a year that the author never wrote is one, and only the year is marked', () => {
    const draft = 'On March 3, 2019 the disk filled.';
    expect(found('On March 3 the disk filled.', draft)).toEqual([
      { kind: 'date', value: '2019', start: 12, end: 16, severity: 'hard' },
    ]);
    expect(hard('On March 3 the disk filled.', 'On 2019-03-03 the disk filled.')).toEqual([
      'date 2019-03-03',
    ]);
  });

  test('a year that stands anywhere in the text is no invention', () => {
    expect(found('In 2019: on March 3 the disk filled.', 'On March 3, 2019 the disk filled.')).toEqual([]);
  });

  test('a year that stands at the other end of a range is not missed at this one', () => {
    const source = 'It was slow from 25 Dec to 2 Jan 2016.';
    expect(hard(source, 'It was slow from 25 December. It ended on 2 January 2016.')).toEqual([]);
  });

  test('a year that is gone from the whole draft is missed once', () => {
    const source = 'It began on 2 January 2016 and ended on 3 January 2016.';
    expect(hard(source, 'It began on 2 January and ended on 3 January.')).toEqual(['date 2016']);
  });
});

describe('a time belongs to what is told with it', () => {
  const moved = (source: string, draft: string) =>
    checkFacts(source, draft).moved.map(({ value, instead }) => `${value} for ${instead}`);

  test('in a log whose lines became one sentence', () => {
    const log = '10:02 triggered\n10:03 acknowledged\n10:40 resolved';
    expect(moved(log, 'Triggered at 10:02, acknowledged at 10:03 and resolved at 10:40.')).toEqual([]);
    expect(moved(log, 'Triggered at 10:03, acknowledged at 10:02 and resolved at 10:40.')).toEqual([
      '10:03 for 10:02',
      '10:02 for 10:03',
    ]);
  });

  test('on a status page that prints it below its message', () => {
    const page =
      'Found - The queue is full.\n08:25\nUpdate - Uploads fail.\n07:49\nLooking - Slow pages.\n07:00';
    expect(moved(page, '- 07:00: Slow pages.\n- 07:49: Uploads fail.\n- 08:25: The queue is full.')).toEqual(
      [],
    );
    expect(moved(page, '- 07:00: Uploads fail.\n- 07:49: Slow pages.\n- 08:25: The queue is full.')).toEqual([
      '07:00 for 07:49',
      '07:49 for 07:00',
    ]);
  });
});
