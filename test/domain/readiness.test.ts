import { emptyPostMortem, STATUSES } from '../../domain/postMortem';
import type { AuthoredContent } from '../../domain/postMortem/fields';
import { nextSteps, readersOf } from '../../domain/publication';
import { reservationsAbout } from '../../domain/readiness';
import { CASES } from '../cases/cases';

const COMPLETE: AuthoredContent = {
  ...emptyPostMortem('Certificate expired'),
  startedAt: '2026-03-01T03:00:00.000Z',
  resolvedAt: '2026-03-01T04:10:00.000Z',
  summary: 'A certificate expired at 03:00 UTC and all internal calls failed until 04:10 UTC.',
  impact: 'About 3,000 orders failed.',
  description: 'The pager rang at 03:04 UTC. A new certificate was issued by hand.',
  rootCause: 'Nothing watched the expiry date.',
  resolution: 'A new certificate was rolled to 14 nodes.',
  actionItems: [{ text: 'Watch expiry dates', owner: 'Ada', dueDate: '2026-04-01', done: false }],
};
const about = (change: Partial<AuthoredContent>) => reservationsAbout({ ...COMPLETE, ...change });

it('a complete document has nothing that speaks against it', () => {
  expect(about({})).toEqual([]);
});

it.each<[string, Partial<AuthoredContent>, { kind: string; where: string; message: RegExp }]>([
  [
    'an empty required section',
    { impact: ' ' },
    { kind: 'empty', where: 'impact', message: /^Impact is empty\. Who/ },
  ],
  [
    'a question that is still open',
    { impact: '[TODO: how many orders?] [TODO: whose?]' },
    { kind: 'open-question', where: 'impact', message: /still asks 2 questions/ },
  ],
  [
    'no action items',
    { actionItems: [] },
    { kind: 'action', where: 'actionItems', message: /no action items/ },
  ],
  [
    'an action without an owner',
    { actionItems: [{ text: 'Watch it', owner: ' ', dueDate: '', done: false }] },
    { kind: 'action', where: 'actionItems', message: /“Watch it” has no owner/ },
  ],
  [
    'an action without a due date',
    { actionItems: [{ text: 'Watch it', owner: 'Ada', dueDate: '', done: false }] },
    { kind: 'action', where: 'actionItems', message: /no due date/ },
  ],
  ['no time of the end', { resolvedAt: null }, { kind: 'moment', where: 'resolvedAt', message: /resolved/ }],
  [
    'an end before the start',
    { resolvedAt: '2026-03-01T02:00:00.000Z' },
    { kind: 'contradiction', where: 'resolvedAt', message: /./ },
  ],
  [
    'blame',
    { rootCause: 'Bob carelessly broke the certificate.' },
    { kind: 'blame', where: 'rootCause', message: /may read as blame/ },
  ],
  [
    'a key',
    { impact: `The key AKIA${'IOSFODNN7EXAMPLQ'} leaked.` },
    { kind: 'secret', where: 'impact', message: /tells 1 secret\. Whoever/ },
  ],
  [
    'an address',
    { impact: 'Ask ann@example.com.' },
    { kind: 'personal-data', where: 'impact', message: /tells 1 e-mail address\.$/ },
  ],
])('names %s, and where it is', (_, change, { kind, where, message }) => {
  expect(about(change)).toContainEqual({ kind, where, message: expect.stringMatching(message) });
});

it.each<[string, Partial<AuthoredContent>, { kind: string; where: string; entry?: number; message: string }]>(
  [
    [
      'a key in a pasted entry',
      {
        timeline: [
          { at: '', text: '' },
          { at: '2026-03-01 03:10 UTC', text: `used AKIA${'IOSFODNN7EXAMPLQ'}` },
        ],
      },
      {
        ...{ kind: 'secret', where: 'timeline', entry: 1 },
        message: 'Timeline, entry 2 tells 1 secret. Whoever has read a key can use it.',
      },
    ],
    [
      'blame in a pasted entry',
      { timeline: [{ at: '2026-03-01 03:10 UTC', text: 'Bob carelessly broke it' }] },
      {
        ...{ kind: 'blame', where: 'timeline', entry: 0 },
        message: 'Timeline, entry 1: “Bob carelessly broke” may read as blame.',
      },
    ],
    [
      'an address in the title',
      { title: 'Outage told by ann@example.com' },
      { kind: 'personal-data', where: 'title', message: 'Title tells 1 e-mail address.' },
    ],
    [
      'a password in an action',
      {
        actionItems: [
          { text: 'Rotate password=hunter2Tr0ub4dor', owner: 'Ada', dueDate: '2026-04-01', done: false },
        ],
      },
      {
        ...{ kind: 'secret', where: 'actionItems' },
        message: 'Action item 1 tells 1 secret. Whoever has read a key can use it.',
      },
    ],
  ],
)('names what should not reach a reader wherever it stands: %s', (_, change, expected) => {
  expect(about(change)).toEqual([expected]);
});

it('owners and those who took part are named on purpose, and many entries of a kind are told as a number', () => {
  const owner = { text: 'Watch it', owner: 'ann@example.com', dueDate: '2026-04-01', done: false };
  expect(about({ actionItems: [owner], people: [{ name: 'ben@example.com' }] })).toEqual([]);
  const timeline = Array.from({ length: 12 }, (_, index) => ({
    ...{
      at: `2026-03-01 03:${10 + index} UTC`,
      text: index === 0 ? 'paged' : `asked ann${index}@example.com`,
    },
  }));
  expect(about({ timeline })).toEqual([
    {
      ...{ kind: 'personal-data', where: 'timeline', entry: 1 },
      message: '11 entries of the timeline tell personal data. The first is entry 2.',
    },
  ]);
});

it('a done action needs neither owner nor date, and many of a kind are told as a number', () => {
  const action = { text: 'Watch it', owner: '', dueDate: '', done: true };
  expect(about({ actionItems: [action] })).toEqual([]);
  const many = Array.from({ length: 9 }, () => ({ ...action, done: false }));
  expect(about({ actionItems: many }).map(({ message }) => message)).toEqual([
    '9 action items have no owner.',
  ]);
});

it('names what is flagged at entries of the timeline, each with its place, and many of a kind as a number', () => {
  const row = (moment: string, text = 'Paged again') => ({ at: '', text, moment });
  const timeline = [
    row('2026-03-01T03:04:00Z'),
    row('2026-03-01T03:02:00Z'),
    { at: 'later', text: 'Closed' },
    row('2026-03-09T03:00:00Z'),
  ];
  const now = Date.UTC(2026, 2, 2);
  const flagged = (rows: AuthoredContent['timeline']) =>
    reservationsAbout({ ...COMPLETE, timeline: rows }, { now });
  expect(flagged(timeline)).toEqual([
    {
      kind: 'timeline',
      where: 'timeline',
      entry: 1,
      message: 'Timeline, entry 2: 03:02 UTC is before entry 1 (03:04 UTC), which stands above it.',
    },
    {
      kind: 'timeline',
      where: 'timeline',
      entry: 2,
      message: 'Timeline, entry 3: “later” is no time of a clock.',
    },
    {
      kind: 'timeline',
      where: 'timeline',
      entry: 3,
      message: 'Timeline, entry 4: 2026-03-09 03:00 UTC lies in the future.',
    },
  ]);
  const many = Array.from({ length: 11 }, () => ({ at: 'later', text: 'Something' }));
  expect(flagged([...timeline.slice(0, 1), ...many])).toEqual([
    {
      kind: 'timeline',
      where: 'timeline',
      entry: 1,
      message: '11 entries of the timeline tell no time, or not on which day. The first is entry 2.',
    },
  ]);
  expect(about({ timeline: timeline.slice(3) })).toEqual([]);
});

it('a field that is empty is named with what the timeline says in its place', () => {
  const timeline = [{ at: '2026-03-01 04:10 UTC', text: 'All calls pass', kind: 'resolution' as const }];
  expect(about({ resolvedAt: null, timeline })).toEqual([
    {
      kind: 'moment',
      where: 'resolvedAt',
      message:
        'The field Resolved is empty. The timeline says 2026-03-01 04:10 UTC (entry 1, “All calls pass”).',
    },
  ]);
});

it('says once that an entry stands below one that came after it', () => {
  const timeline = [
    { at: '2026-03-01 03:10 UTC', text: 'Reissued' },
    { at: '2026-03-01 03:04 UTC', text: 'The pager rang' },
  ];
  expect(about({ timeline }).map(({ message }) => message)).toEqual([
    'Timeline, entry 2: 03:04 UTC is before entry 1 (03:10 UTC), which stands above it.',
  ]);
});

it.each(CASES)(
  'reads a real incident and asks for what it does not tell: $id',
  ({ description, rootCause }) => {
    const found = reservationsAbout({ ...emptyPostMortem('Real'), description, rootCause });
    expect(found.filter(({ kind }) => kind === 'empty').map(({ where }) => where)).toEqual(
      expect.arrayContaining(['summary', 'impact']),
    );
  },
);

it('every status leads somewhere, only a review to another one, and withdrawing only from what is published', () => {
  for (const { id } of STATUSES) {
    const steps = nextSteps(id).map(({ to }) => to);
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.includes(id)).toBe(id === 'IN_REVIEW');
    expect(steps.includes('WITHDRAWN')).toBe(id === 'PUBLISHED');
  }
  expect(readersOf({ status: 'PUBLISHED', isPrivate: false })).toMatch(/Every signed-in colleague/);
  expect(readersOf({ status: 'PUBLISHED', isPrivate: true })).toMatch(/Private/);
  expect(readersOf({ status: 'DRAFT', isPrivate: false })).toMatch(/Only its owner/);
});
