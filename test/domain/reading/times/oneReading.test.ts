import { extract } from '../../../../domain/facts/values/extract';
import { isOnlyALength } from '../../../../domain/reading/times/lengths';
import { momentsIn } from '../../../../domain/reading/times/moments';
import { timesIn } from '../../../../domain/reading/times/points';

/** The minute of the day and the whole of a time's words, as each part of the product reads them. */
const read = {
  facts: (text: string) => {
    const time = extract(text).facts.find(({ kind }) => kind === 'time');
    return [Number(time?.keys[0]?.slice(2)), time?.value];
  },
  consistency: (text: string) => timesIn(text).map(({ minute }) => minute),
  story: (text: string) => momentsIn(text).map(({ minutes, told }) => [minutes, told]),
};

test.each([
  ['14:05', 845],
  ['2:05 pm', 845],
  ['12:05 am', 5],
  ['12:05 pm', 725],
  ['00:05', 5],
])('%s is one time of day for the fact check, the hints and the story', (told, minute) => {
  const text = `It failed at ${told} again.`;
  expect(read.facts(text)[0]).toBe(minute);
  expect(read.consistency(text)).toEqual([minute]);
  expect(read.story(text)[0]?.[0]).toBe(minute);
});

test.each(['UTC', 'CET', 'CEST', 'EET', 'JST', 'SGT', 'AEST', 'AEDT', 'NZST', 'MSK', 'PDT', 'AKST', 'HST'])(
  'a zone that one part knows all know: %s',
  (zone) => {
    const text = `It failed at 14:05 ${zone} again.`;
    expect(read.facts(text)[1]).toBe(`14:05 ${zone}`);
    expect(timesIn(text)[0]?.zoneName).toBe(zone);
    expect(read.story(text)[0]?.[1]).toBe(`14:05 ${zone}`);
  },
);

test.each(['IST', 'BST', 'CST'])(
  'a zone that several countries mean tells the hints no distance from UTC: %s',
  (zone) => {
    expect(timesIn(`It failed at 14:05 ${zone} again.`)[0]?.zone).toBeUndefined();
  },
);

test.each(['Jan', 'February', 'Mar', 'Sept', 'September', 'October'])(
  'a month is one for the fact check, the hints and the story: %s',
  (month) => {
    const text = `It failed on 9 ${month} 2026, 14:05.`;
    const number = 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(month.slice(0, 3).toLowerCase()) / 3 + 1;
    const date = extract(text).facts.find(({ kind, weak }) => kind === 'date' && !weak);
    expect(date).toMatchObject({ keys: [`d:${number}-9`], value: `9 ${month} 2026` });
    expect(timesIn(text)[0]?.day).toBe(Date.UTC(2026, number - 1, 9) / 86_400_000);
    expect(momentsIn(text)[0]?.date).toBe(20_260_009 + 100 * number);
  },
);

it('a date ends where its words end', () => {
  const { facts } = extract('It was noticed on 9 May, during the restore test.');
  expect(facts.find(({ kind }) => kind === 'date')?.value).toBe('9 May');
});

it('a date right behind another one is read, though what stands before it was read already', () => {
  const dates = extract('On 2023-07-25May 3 it failed.').facts.filter(
    ({ kind, weak }) => kind === 'date' && !weak,
  );
  expect(dates.map(({ value }) => value)).toEqual(['2023-07-25', 'May 3']);
});

test.each([
  '~67 min.',
  '(about 2 hours)',
  'it lasted 40 minutes',
  'Total: 1 h 20 min in total',
  '40 min downtime',
  '5 s',
])('says how long it took and nothing else: %s', (text) => expect(isOnlyALength(text)).toBe(true));
test.each([
  '',
  '40 min after the deploy',
  '67',
  'lasted',
  'the outage took the site down for 40 min and 3 users',
])('says more, or no length at all: "%s"', (text) => expect(isOnlyALength(text)).toBe(false));

it('a very long text is asked quickly whether it is a length', () => {
  expect(isOnlyALength(`${'for about '.repeat(20_000)}x`)).toBe(false);
});

test.each([
  ['stopped 02:14-06:40 UTC', '02:14-06:40 UTC'],
  ['down 02:00-06:00 for all', '02:00-06:00'],
  ['at 2026-03-04T02:14:00-06:00 it failed', '2026-03-04T02:14:00-06:00'],
  ['at 02:14:09-06:00 it failed', '02:14:09-06:00'],
  ['at 02:14 -06:00 it failed', '02:14 -06:00'],
  ['16:05 CET: migrated', '16:05 CET'],
  ['Tue 4 Nov. 16:05 CET: migrated', 'Tue 4 Nov. 16:05 CET'],
])(
  'the whole of a time is its words, a span no offset and a zone before a colon its zone: %s',
  (text, told) => {
    expect(momentsIn(text).map((moment) => moment.told)).toEqual([told]);
  },
);

test.each([
  ['down between 2 and 3 pm', 14 * 60, '2 and 3 pm'],
  ['down 2-3pm', 14 * 60, '2-3pm'],
  ['from 11 to 1 pm nothing came', 11 * 60, '11 to 1 pm'],
  ['slow between 11 and 1am', 23 * 60, '11 and 1am'],
  ['the job of 02:30 local, did not run', 150, '02:30 local'],
  ['it was 14:00 local time', 840, '14:00 local time'],
  ['14:02 local cache cleared', 842, '14:02'],
  ['at 10:10 local was full', 610, '10:10'],
  ['at 10:00 local and remote nodes failed', 600, '10:00'],
  ['paged at 10:00 sharp', 600, '10:00 sharp'],
])('the half of a day and the zone that are told once hold for the whole of it: %s', (text, minute, told) => {
  expect(read.story(text)).toEqual([[minute, told]]);
});
