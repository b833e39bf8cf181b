import type { TimelineEntry } from '../../../domain/postMortem';
import { offersFromProse } from '../../../domain/timeline/fromProse';
import { CASES } from '../../cases/cases';
import fc from '../../properties';

const ROME = { date: '2026-03-04', zone: 'Europe/Rome' };
const offered = (text: string, existing: TimelineEntry[] = [], given = ROME) =>
  offersFromProse([{ name: 'description', text }], existing, given).map(({ entry }) => entry);
const told = (text: string, existing: TimelineEntry[] = []) =>
  offered(text, existing).map(({ at, text: words }) => [at, words]);

it('what a description tells at a time is offered, in the author’s words', () => {
  expect(
    told(
      'At 14:02 the deploy of 4.2 started. Errors rose. We were paged at 14:09, and at 14:31 we rolled back.\n\n- 15:00 UTC: all checks green',
    ),
  ).toEqual([
    ['14:02', 'the deploy of 4.2 started.'],
    ['14:09', 'We were paged at 14:09'],
    ['14:31', 'we rolled back.'],
    ['15:00 UTC', 'all checks green'],
  ]);
  expect(offered('At 14:02 the deploy of 4.2 started.')).toEqual([
    {
      at: '14:02',
      text: 'the deploy of 4.2 started.',
      kind: 'trigger',
      moment: '2026-03-04T14:02:00+01:00',
      zone: 'Europe/Rome',
      source: 'description',
    },
  ]);
});

it('without a day and a zone the moment is left open', () => {
  const [offer] = offersFromProse([{ name: 'description', text: 'We were paged at 14:09.' }], []);
  expect(offer?.entry.moment).toBeUndefined();
  expect(offer?.note).toContain('which day');
});

it('what the timeline has at that time is not offered again', () => {
  const text = 'We were paged at 14:09 and rolled back at 14:31.';
  expect(told(text, [{ at: '14:09', text: 'alert' }])).toEqual([['14:31', 'rolled back at 14:31.']]);
  const paged = { at: '13:09 UTC', text: 'alert', moment: '2026-03-04T13:09:30+00:00' };
  expect(told(text, [paged])).toEqual([['14:31', 'rolled back at 14:31.']]);
  expect(told(text, [{ ...paged, moment: '2026-03-05T13:09:00+00:00' }])).toHaveLength(2);
});

it.each([
  'It took 14 minutes.',
  'Version 4.2 at 10.0.0.1:8080 failed.',
  '```\n14:02 ERROR x\n```',
  '| 14:02 | deploy |',
  'The clock showed 25:71.',
  '',
])('“%s” tells no time of day', (text) => {
  expect(offered(text)).toEqual([]);
});

it('published descriptions are read without an invented word: every entry stands in its description', () => {
  const found = CASES.flatMap(({ description }) =>
    offered(description).map((entry) => ({ entry, description })),
  );
  expect(found.map(({ entry }) => entry.at)).toEqual(['2020-02-18 14:22', '0:59 CET']);
  for (const { entry, description } of found) {
    expect(description).toContain(entry.at);
    expect(description.replace(/\s+/g, ' ')).toContain(entry.text.replace(/\s+/g, ' '));
  }
});

it('any prose is read, and long prose as well', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom(' at 14:02 ', '. ', '\n- ', '```'))),
      (parts) => {
        for (const { at, text } of offered(parts.join(''))) expect(at + text).not.toBe('');
      },
    ),
  );
  expect(offered('We looked at 14:02 again. '.repeat(800))).toHaveLength(800);
});
