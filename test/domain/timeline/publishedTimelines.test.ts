import { readTimeline } from '../../../domain/timeline';
import { countsOf, offersOf } from '../../../domain/timeline/landing';
import { CASES } from '../../cases/cases';

const GIVEN = { date: '2021-05-26', zone: 'UTC' };

/** What becomes of the lines with words, how many moments are certain, and the first and the last of them. */
const READ: Record<string, [entries: number, joined: number, leftOut: number, first: string, last: string]> =
  {
    'moj-2020-02-12': [3, 2, 0, '2020-02-12T11:45:00+00:00', '2020-02-12T12:07:00+00:00'],
    'moj-2020-02-18': [3, 2, 0, '2020-02-18T14:13:00+00:00', '2020-02-18T14:59:00+00:00'],
    'moj-2020-08-07': [4, 2, 0, '2020-08-07T15:51:00+00:00', '2020-08-14T10:06:00+00:00'],
    'moj-2021-11-05': [4, 2, 0, '2021-11-05T09:29:00+00:00', '2021-11-05T10:46:00+00:00'],
    'moj-2022-03-10': [4, 2, 0, '2022-03-10T11:48:00+00:00', '2022-03-10T11:56:00+00:00'],
    'moj-2023-01-05': [3, 2, 1, '2022-01-05T08:56:00+00:00', '2022-02-01T10:30:00+00:00'],
    'moj-2023-07-25': [17, 2, 0, '2023-07-25T14:05:00+00:00', '2023-07-05T16:18:00+00:00'],
    'moj-2024-09-20': [11, 2, 0, '2024-09-20T11:24:00+00:00', '2024-09-20T11:40:00+00:00'],
    'binder-2017-11-30-oom': [11, 20, 0, '2017-11-30T16:22:00-08:00', '2017-11-30T17:21:00-08:00'],
    'binder-2018-02-22-nginx': [4, 6, 1, '2018-02-22T16:30:00-08:00', '2018-02-22T16:35:00-08:00'],
    'binder-2019-04-03-ingress': [3, 4, 1, '2019-04-03T12:50:00+02:00', '2019-04-03T13:29:00+02:00'],
    'chia-2021-05-26-website': [11, 0, 0, '2021-05-26T16:49:00+00:00', '2021-05-26T18:00:00+00:00'],
    'chia-2023-04-21-okta': [14, 7, 4, '2023-04-21T11:12:00+00:00', '2023-04-25T09:41:00+00:00'],
    'posthog-2025-10-03': [8, 0, 3, '2021-05-26T10:45:00+00:00', '2021-05-26T22:28:00+00:00'],
  };

it.each(CASES.map(({ id, timeline }) => [id, timeline]))(
  'the timeline of %s is read as it was meant',
  (id, text) => {
    const readings = readTimeline(text, GIVEN);
    const { entries, joined } = countsOf(readings);
    const leftOut = readings.filter((reading) => !reading.taken && reading.text !== '').length;
    const moments = offersOf(readings, []).flatMap(({ entry }) => entry.moment ?? []);
    expect([entries, joined, leftOut, moments[0], moments.at(-1)]).toEqual(READ[id]);
    // Every word stands in an entry or in a line that is shown as left out.
    const kept = offersOf(readings, []).flatMap(({ entry }) => wordsOf(`${entry.at} ${entry.text}`));
    expect(wordsOf(text).filter((word) => !kept.includes(word))).toEqual([]);
  },
);

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]{2,}/gu) ?? [];

it('the half of the day that stands before a colon is heard: 1:31 PM is not in the night', () => {
  const { timeline } = CASES.find(({ id }) => id === 'chia-2023-04-21-okta') ?? { timeline: '' };
  const afternoon = offersOf(readTimeline(timeline, GIVEN), []).find(({ entry }) => entry.at === '1:31 PM');
  expect(afternoon?.entry).toMatchObject({ moment: '2023-04-21T13:31:00+00:00' });
  expect(afternoon?.entry.text).toMatch(/^Course of action/);
});

/** Inputs that other parts of this product, or other products, got wrong. */
it.each([
  [
    'a Slack thread without a date keeps who said what',
    'anna  10:02 AM\nprod is down\nben  10:04 AM\nlooking\nanna  10:19 AM\nrolled back',
    [
      ['10:02 AM', 'anna: prod is down', '2021-05-26T10:02:00+00:00'],
      ['10:04 AM', 'ben: looking', '2021-05-26T10:04:00+00:00'],
      ['10:19 AM', 'anna: rolled back', '2021-05-26T10:19:00+00:00'],
    ],
  ],
  [
    'a pager’s log',
    '2024-03-14T10:02:11Z triggered\n2024-03-14T10:03:05Z acknowledged\n2024-03-14T10:40:00Z resolved',
    [
      ['2024-03-14T10:02:11Z', 'triggered', '2024-03-14T10:02:11+00:00'],
      ['2024-03-14T10:03:05Z', 'acknowledged', '2024-03-14T10:03:05+00:00'],
      ['2024-03-14T10:40:00Z', 'resolved', '2024-03-14T10:40:00+00:00'],
    ],
  ],
  [
    'days without a year, told backwards',
    'Mar 13, 09:15 MDT fixed\nMar 13, 08:25 MDT broken',
    [
      ['Mar 13, 09:15 MDT', 'fixed', '2021-03-13T09:15:00-06:00'],
      ['Mar 13, 08:25 MDT', 'broken', '2021-03-13T08:25:00-06:00'],
    ],
  ],
  [
    'an hour that the clocks showed twice is not put in an order',
    '2026-10-25 02:45 Europe/Prague a\n2026-10-25 02:15 Europe/Prague b',
    [
      ['2026-10-25 02:45 Europe/Prague', 'a', undefined],
      ['2026-10-25 02:15 Europe/Prague', 'b', undefined],
    ],
  ],
  [
    'an offset without a colon',
    '2026-03-01T19:55:00+0200 job failed.',
    [['2026-03-01T19:55:00+0200', 'job failed.', '2026-03-01T19:55:00+02:00']],
  ],
  [
    'a spreadsheet’s quoted cells, formulas among them, are words',
    'time,event,kind\n"2026-03-04 14:02 UTC","Bob said ""down"", twice","trigger"\n"2026-03-04 14:05 UTC","=1+1"\n2026-03-04T14:09:00Z,plain cells,mitigation',
    [
      ['2026-03-04 14:02 UTC', 'Bob said "down", twice, trigger', '2026-03-04T14:02:00+00:00'],
      ['2026-03-04 14:05 UTC', '=1+1', '2026-03-04T14:05:00+00:00'],
      ['2026-03-04T14:09:00Z', 'plain cells,mitigation', '2026-03-04T14:09:00+00:00'],
    ],
  ],
  [
    'JSON with a record a line',
    '{"time":"2026-03-04T14:02:00Z","msg":"down"}\n{"time":"2026-03-04T14:05:00Z","msg":"up"}\n',
    [
      ['2026-03-04T14:02:00Z', 'down', '2026-03-04T14:02:00+00:00'],
      ['2026-03-04T14:05:00Z', 'up', '2026-03-04T14:05:00+00:00'],
    ],
  ],
  ['a range is how long, and not when', 'It was degraded (16:31 - 18:08 UTC)', []],
])('%s', (_, text, expected) => {
  const offers = offersOf(readTimeline(text, GIVEN), []).filter(({ why }) => why === null);
  expect(offers.map(({ entry: { at, text: words, moment } }) => [at, words, moment])).toEqual(expected);
});
