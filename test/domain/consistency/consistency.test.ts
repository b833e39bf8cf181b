import { type CheckedDocument, checkConsistency } from '../../../domain/consistency';
import { CASES } from '../../cases/cases';

const document = (given: Partial<CheckedDocument>): CheckedDocument => ({
  startedAt: null,
  detectedAt: null,
  mitigatedAt: null,
  resolvedAt: null,
  timeline: [],
  sections: {},
  ...given,
});
const hints = (given: Partial<CheckedDocument>) =>
  checkConsistency(document(given)).map(({ kind, where, message }) => `${kind} ${where}: ${message}`);
const ofCase = (id: string) => {
  const found = CASES.find((one) => one.id === id);
  if (!found) throw new Error(`There is no case ${id}.`);
  const { title, description, rootCause, timeline } = found;
  return hints({ title, sections: { description, rootCause, timeline } });
};

describe('consistency of a document', () => {
  it('compares stated durations with the given times', () => {
    const given = { startedAt: '2026-01-01T10:00:00Z', resolvedAt: '2026-01-01T10:45:00Z' };
    expect(hints({ ...given, sections: { summary: 'An outage of 45 minutes.' } })).toEqual([]);
    expect(hints({ ...given, sections: { summary: 'An outage of 30 minutes.' } })).toEqual([
      'duration summary: 30 minutes is stated, but from started (2026-01-01 10:00) to resolved (2026-01-01 10:45) it is 45m.',
    ]);
  });

  it('compares a duration with the range in brackets beside it', () => {
    const at = '2026-01-01 ';
    expect(hints({ sections: { impact: `Down ${at}for 5h 26m (10:45 - 16:11 UTC)` } })).toEqual([]);
    expect(hints({ sections: { impact: `Down ${at}for 5h 20m (10:45 - 16:11 UTC)` } })).toEqual([
      'duration impact: 5h 20m is stated, but 10:45 - 16:11 UTC is 5h 26m.',
    ]);
  });

  it('finds moments out of order and dates that do not exist', () => {
    expect(hints({ startedAt: '2026-01-02T10:00:00Z', resolvedAt: '2026-01-01T10:00:00Z' })).toEqual([
      'impossible-date resolvedAt: Resolved (2026-01-01 10:00) lies before started (2026-01-02 10:00).',
    ]);
    expect(hints({ sections: { summary: 'On 2026-02-30 it began.' } })).toEqual([
      'impossible-date summary: There is no 2026-02-30.',
    ]);
  });

  it('finds a timeline that goes back, and asks instead of guessing when dates are missing', () => {
    const timeline = (first: string, second: string) => [
      { at: first, text: 'Alert' },
      { at: second, text: 'Restart' },
    ];
    expect(hints({ timeline: timeline('2026-01-01 10:00', '2026-01-01 09:50') })).toEqual([
      'order timeline: 2026-01-01 09:50 comes after 2026-01-01 10:00 in the timeline, but lies before it.',
    ]);
    expect(hints({ startedAt: '2026-01-01T23:00:00Z', timeline: timeline('23:50', '00:10') })).toEqual([
      'unsure timeline: 00:10 comes after 23:50 here. Was it the next day, or another time zone?',
    ]);
    expect(hints({ timeline: timeline('2026-01-01 10:00', '2026-01-01 10:10') })).toEqual([]);
  });

  it('takes a date without its year for a date', () => {
    const timeline = (first: string, second: string) => [
      { at: first, text: 'Alert' },
      { at: second, text: 'Restart' },
    ];
    expect(hints({ timeline: timeline('Mar 13, 09:15 MDT', 'Mar 13, 08:25 MDT') })).toEqual([
      'order timeline: Mar 13, 08:25 comes after Mar 13, 09:15 in the timeline, but lies before it.',
    ]);
    expect(hints({ timeline: timeline('Mar 13, 09:15', 'Mar 14, 08:25') })).toEqual([]);
    expect(hints({ timeline: timeline('31 Dec 23:50', '1 Jan 00:10') })).toEqual([]);
    expect(hints({ sections: { summary: 'On 5 July it began at 10:00.' } })).toEqual([]);
  });

  it('asks about an hour that a clock change repeats', () => {
    const timeline = (day: string, zone: string) => [
      { at: `${day} 02:45${zone}`, text: 'Alert' },
      { at: `${day} 02:15${zone}`, text: 'Restart' },
    ];
    const kinds = (day: string, zone = '') =>
      hints({ timeline: timeline(day, zone) }).map((hint) => hint.split(' ')[0]);
    expect(kinds('2026-10-25', ' Europe/Prague')).toEqual(['unsure']);
    expect(kinds('2026-10-25', ' UTC')).toEqual(['order']);
    expect(kinds('2026-10-26')).toEqual(['order']);
  });

  it('compares a length with the times that it lasted between', () => {
    const summary = 'On 5 July it was slow, lasting 79 minutes, between 16:31 and 18:08.';
    expect(hints({ sections: { summary } })).toEqual([
      'duration summary: 79 minutes is stated, but 16:31 and 18:08 is 1h 37m.',
    ]);
    expect(
      hints({ sections: { summary: 'On 5 July it lasted 58 minutes, from 13:50 to 14:48 UTC.' } }),
    ).toEqual([]);
    const within = 'On 5 July calls failed for 5 minutes, between 16:31 and 18:08.';
    expect(hints({ sections: { summary: within } })).toEqual([]);
  });

  it('finds a weekday that does not fit its date', () => {
    expect(hints({ sections: { summary: 'On Thursday, 9 December 2020 it began.' } })).toEqual([
      'impossible-date summary: 9 December 2020 was a Wednesday, not a Thursday.',
    ]);
    expect(hints({ sections: { summary: 'On Wednesday 9 December 2020 (Wed) it began.' } })).toEqual([]);
    expect(hints({ sections: { summary: 'Thus 9 December 2020 was chosen.' } })).toEqual([]);
  });

  it('finds two lengths for one outage', () => {
    expect(
      hints({ title: '30min outage', sections: { summary: 'It caused 40min of total outage.' } }),
    ).toEqual([
      'two-figures summary: 40min here and 30min in title are both given for the outage (40m and 30m).',
    ]);
  });

  it('gives offsets that lead to the value', () => {
    const summary = 'On 2026-02-30 it began.';
    const [hint] = checkConsistency(document({ sections: { summary } }));
    expect(summary.slice(hint?.start, hint?.end)).toBe(hint?.value);
  });

  it.each([
    ['moj-2020-08-07', [/Repaired .* lies before declared/]],
    [
      'moj-2023-01-05',
      [/Declared \(2022-01-05 08:56\) lies before/, /Resolved \(2022-02-01 10:30\) lies before/],
    ],
    ['moj-2023-07-25', [/15:55 and as 2023-07-25 16:18/, /2023-07-05 16:18/, /62d 1h 50m/, /110 Gi.*100Gi/]],
    ['moj-2024-09-20', [/11m is stated.* it is 9m/, /20m is stated.* it is 16m/]],
    ['binder-2017-11-30-oom', [/PST and in CET/, /since ~15:10/]],
    ['binder-2019-04-03-ingress', [/30min is stated.* it is 39m/, /40min here and 30min in title/]],
    ['chia-2021-05-26-website', [/have no date/]],
  ] as Array<[string, RegExp[]]>)('finds the traps of %s', (id, traps) => {
    const found = ofCase(id);
    for (const trap of traps) expect(found).toContainEqual(expect.stringMatching(trap));
  });

  it.each(['moj-2020-02-12', 'moj-2020-02-18', 'moj-2021-11-05', 'moj-2022-03-10', 'posthog-2025-10-03'])(
    'has nothing to say about %s, whose times fit',
    (id) => expect(ofCase(id)).toEqual([]),
  );
});
