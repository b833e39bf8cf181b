import { LIMITS } from '../../../domain/limits';
import type { TimelineEntry } from '../../../domain/postMortem';
import { type Given, readTimeline } from '../../../domain/timeline';
import { countsOf, landed, offersOf, withoutThose } from '../../../domain/timeline/landing';
import fc from '../../properties';

const ROME: Given = { date: '2026-03-04', zone: 'Europe/Rome' };
const offers = (text: string, given: Given = ROME, existing: TimelineEntry[] = []) =>
  offersOf(readTimeline(text, given), existing);
const entries = (text: string, given: Given = ROME) =>
  offers(text, given).flatMap(({ why, entry }) => (why === null ? [entry] : []));

it('a row has its time as it was told, its moment where that is certain, its zone, kind and source', () => {
  expect(entries('14:02 deploy started')).toEqual([
    {
      at: '14:02',
      text: 'deploy started',
      kind: 'trigger',
      moment: '2026-03-04T14:02:00+01:00',
      zone: 'Europe/Rome',
      source: 'text',
    },
  ]);
  expect(entries('14:02 coffee', {})).toEqual([{ at: '14:02', text: 'coffee', source: 'text' }]);
});

it('seconds since 1970 are written as a person reads them, in the zone that was given or else in UTC', () => {
  const slack = JSON.stringify([{ ts: '1772632920.000100', text: 'deploy is out' }]);
  expect(entries(slack)[0]).toMatchObject({
    at: '2026-03-04 15:02:00',
    moment: '2026-03-04T15:02:00+01:00',
    zone: 'Europe/Rome',
  });
  const { zone, ...told } = entries(slack, {})[0] as TimelineEntry;
  expect(told).toMatchObject({ at: '2026-03-04 14:02:00 UTC', moment: '2026-03-04T14:02:00+00:00' });
  expect(zone).toBeUndefined();
});

it('every line is accounted for: taken, joined, or left out with the reason', () => {
  const text = '14:02 deploy\nmore of it\n\n:eyes: 2\n14:05 alert';
  expect(countsOf(readTimeline(text, ROME))).toEqual({ lines: 5, entries: 2, joined: 1, leftOut: 2 });
  expect(offers(text).map(({ line, joined, why }) => ({ line, joined, why }))).toEqual([
    { line: 1, joined: [2], why: null },
    { line: 3, joined: [], why: 'The line is empty.' },
    { line: 4, joined: [], why: 'It is a reaction.' },
    { line: 5, joined: [], why: null },
  ]);
});

it('a text that is longer than a row may be stands in several, with every word and no character cut', () => {
  const words = Array.from({ length: 900 }, (_, index) => `w${index}`).join(' ');
  const rows = entries(`14:02 ${words}`);
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.every(({ text }) => text.length <= LIMITS.lineLength)).toBe(true);
  expect(rows.map(({ text }) => text).join(' ')).toBe(words);
  expect(rows.every(({ moment }) => moment === '2026-03-04T14:02:00+01:00')).toBe(true);
  const ravens = entries(`14:02 x${'🐦'.repeat(1_500)}`).map(({ text }) => text);
  expect(ravens.join('')).toBe(`x${'🐦'.repeat(1_500)}`);
  expect(ravens.some((text) => /^[\udc00-\udfff]|[\ud800-\udbff]$/.test(text))).toBe(false);
});

it('what a terminal or a spreadsheet would do something with is text, and letters of every script stay', () => {
  const texts = [
    '=HYPERLINK("http://evil","x")',
    '@SUM(1+1)|cmd',
    '<img src=x onerror=alert(1)>',
    'תקלה במסד הנתונים 🔥',
    'نظام الدفع توقف',
  ];
  expect(entries(texts.map((text) => `14:02 ${text}`).join('\n')).map(({ text }) => text)).toEqual(texts);
  expect(entries('14:02 \u001b[31mred\u001b[0m\u0000 alert')[0]?.text).toBe('red alert');
});

describe('an entry that is there already', () => {
  const there = entries('14:02 deploy started');

  it('is known by its moment and its words, however its time is written', () => {
    expect(offers('2026-03-04T13:02:00Z  deploy  started', {}, there).map(({ isThere }) => isThere)).toEqual([
      true,
    ]);
    expect(offers('14:02 deploy started', { date: '2026-03-05', zone: 'UTC' }, there)[0]?.isThere).toBe(
      false,
    );
    expect(offers('14:03 deploy started', ROME, there)[0]?.isThere).toBe(false);
    expect(offers('14:02 deploy ended', ROME, there)[0]?.isThere).toBe(false);
  });

  it('is known by its time as told where one of both has no moment', () => {
    expect(offers('14:02 deploy started', {}, there)[0]?.isThere).toBe(true);
    expect(offers('14:02 deploy started', ROME, [{ at: '14:02', text: 'deploy started' }])[0]?.isThere).toBe(
      true,
    );
  });
});

describe('entries that are added', () => {
  const at = (time: string, text = time): TimelineEntry => ({
    at: time,
    text,
    moment: `2026-03-04T${time}:00+00:00`,
  });
  const words = (rows: readonly TimelineEntry[]) => rows.map(({ text }) => text);

  it('stand behind the last one that was not later, before all others if they are earlier, or at the end', () => {
    const existing = [at('10:00'), { at: '', text: 'then' }, at('11:00')];
    const added = [
      at('10:30'),
      { at: 'later', text: 'some time' },
      at('09:00'),
      at('12:00'),
      at('10:00', 'too'),
    ];
    expect(words(landed(existing, added))).toEqual([
      '09:00',
      '10:00',
      'too',
      '10:30',
      'then',
      '11:00',
      '12:00',
      'some time',
    ]);
  });

  it('stand at the end, in the order of time, of a timeline without moments', () => {
    expect(words(landed([{ at: 'at first', text: 'a' }], [at('11:00'), at('10:00')]))).toEqual([
      'a',
      '10:00',
      '11:00',
    ]);
  });

  it('and those that were there are all in the result, which keeps the order of those that were there', () => {
    const row = fc
      .tuple(fc.option(fc.integer({ min: 0, max: 23 })), fc.uuid())
      .map(
        ([hour, text]): TimelineEntry =>
          hour === null ? { at: '', text } : at(`${String(hour).padStart(2, '0')}:00`, text),
      );
    fc.assert(
      fc.property(fc.array(row), fc.array(row), (existing, added) => {
        const all = landed(existing, added);
        expect([...all].sort(byText)).toEqual([...existing, ...added].sort(byText));
        expect(all.filter((entry) => existing.includes(entry))).toEqual(existing);
        expect(withoutThose(all, added)).toEqual(existing);
      }),
    );
  });

  it('can be taken back, and one that was worked on since stays', () => {
    const [first, second] = [at('10:00'), at('11:00')];
    const worked = { ...second, text: 'worked on' };
    expect(withoutThose([first, worked], [first, second])).toEqual([worked]);
    expect(withoutThose([first, first], [first])).toEqual([first]);
  });
});

const byText = (a: TimelineEntry, b: TimelineEntry) => (a.text < b.text ? -1 : 1);
