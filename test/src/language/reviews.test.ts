import { readFileSync } from 'node:fs';
import { factsToMarkdown } from '../../../domain/export/markdown';
import type { ReviewOutcome } from '../../../domain/humanReview';
import { bounced } from '../../../lambda/bounces/bounced';
import { UnknownPersonError } from '../../../lambda/directory';
import { SendFailedError } from '../../../lambda/humanReview/deliveries';
import { pointersThrough } from '../../../lambda/review/pointers';
import {
  AlreadyDecidedError,
  ChangedSinceReadError,
  NoSuchReviewForYouError,
  ReviewChangesError,
  ReviewNotStartedError,
  UnderReviewError,
} from '../../../lambda/reviewDesk/errors';
import { emptyContent } from '../../../src/data/content';
import { ITALIAN } from '../../../src/language/italian';
import { action, REVIEWER, runReview, type Script, type World } from '../../lambda/review/scriptedReview';

const untold = (texts: readonly string[]) =>
  [...new Set(texts)].filter((text) => text !== '' && ITALIAN.translated(text) === undefined);

/** Everything that a review has told of itself. */
async function told(script: Script): Promise<string[]> {
  const { review } = await runReview(script);
  return [
    review.note,
    ...review.steps.map(({ detail }) => detail),
    ...Object.values(review.sent).flatMap(({ about, why }) => [about, why]),
  ];
}

const failing =
  (why: string, is = { mayHaveLeft: false, isLasting: true }) =>
  () =>
    Promise.reject(new SendFailedError(why, is));
const without = (world: World) => {
  world.document = undefined;
};
const withdrawn = ({ document }: World) => {
  if (document) Object.assign(document, { status: 'WITHDRAWN', statusAt: '2026-03-03T00:00:00.000Z' });
};
const actions = [action('Alert on the queue'), action('Write the runbook', '2026-03-20', { owner: 'Ben' })];

test.each<[string, Script]>([
  ['approved after the reminder, with follow-ups', { words: [null, 'APPROVED'], actions }],
  [
    'asked to change by one of several',
    { words: ['CHANGES_REQUESTED'], reviewers: [REVIEWER, { id: 'c', name: 'c' }] },
  ],
  ['declined by any colleague', { words: ['DECLINED'], reviewers: [] }],
  ['nobody decided', { words: [null, null] }],
  ['cancelled', { words: ['CANCELLED'] }],
  ['decided before it waited', { words: ['APPROVED'], early: true }],
  ['deleted meanwhile', { words: ['APPROVED'], afterWord: without }],
  ['moved meanwhile and approved', { words: ['APPROVED'], afterWord: withdrawn }],
  ['moved meanwhile and declined', { words: ['DECLINED'], afterWord: withdrawn }],
  ['withdrawn before the follow-up', { words: ['APPROVED'], actions, onWait: withdrawn }],
  ['deleted before the follow-up', { words: ['APPROVED'], actions, onWait: without }],
  [
    'called off',
    {
      words: ['APPROVED'],
      actions,
      onWait: ({ records, now }) => records.callOff('review-1', REVIEWER, now.toISOString()),
    },
  ],
  [
    'an action that is due in more than a year',
    { words: ['APPROVED'], actions: [action('Move the shop', '2028-01-01')] },
  ],
  ['no mail', { words: ['APPROVED'], actions, send: failing('Amazon SES did not answer.') }],
  [
    'a mail that was refused',
    {
      words: ['APPROVED'],
      send: failing('Amazon SES did not take the mail (MessageRejected): Not verified. At all.'),
    },
  ],
  [
    'a mail that may have left',
    { words: ['APPROVED'], send: failing('No answer', { mayHaveLeft: true, isLasting: false }) },
  ],
  [
    'changed while it was submitted',
    {
      words: [],
      atStart: ({ document }) => {
        if (document) document.summary = 'Changed.';
      },
    },
  ],
  [
    'changed after it was approved',
    {
      words: ['APPROVED'],
      afterWord: ({ document }) => {
        if (document) document.summary = 'Changed.';
      },
    },
  ],
])('whoever reads Italian is told in Italian what a review does: %s', async (_, script) => {
  const all = await told(script);
  expect(all.length).toBeGreaterThan(1);
  expect(untold(all)).toEqual([]);
});

test('a sentence is not taken for another one that has fewer words, and a remark keeps what it is about', () => {
  expect(ITALIAN.translated('3 still open.')).toBe('Ancora aperte: 3.');
  expect(ITALIAN.translated('“14:02 UTC”: No time says when it started.')).toBe(
    '“14:02 UTC”: Nessun orario dice quando è iniziato.',
  );
});

test('whoever reads Italian is told in Italian why another post-mortem is worth a look', async () => {
  const subject = (await runReview({ words: ['CANCELLED'] })).world.document;
  if (!subject) throw new Error('There is no document.');
  const marked = { ...subject, service: 'check, out', tags: ['db', 'pool'], impact: '' };
  const other = { ...marked, id: 'pm-2', impact: 'Checkout failed for 23 minutes.', summary: 'Another.' };
  const others = [
    other,
    { ...other, id: 'pm-3', tags: [], actionItems: actions },
    { ...other, id: 'pm-4', service: '' },
  ];
  const { findRelated, findSimilar } = pointersThrough(
    (async () => ({
      listingsByStatus: { items: others.map((one) => ({ ...one, audience: ['pool'] })), nextToken: null },
    })) as never,
    async (id) => (id === marked.id ? marked : others.find((one) => one.id === id)),
  );
  const request = { postMortemId: marked.id, issuer: 'pool' } as never;
  const found = [...(await findRelated(request)), ...(await findSimilar(request))].map(({ why }) => why);
  expect(found.length).toBeGreaterThan(3);
  expect(untold(found)).toEqual([]);
});

test('whoever reads Italian is told in Italian what did not arrive', async () => {
  const noted: string[] = [];
  const mail = { tags: { review: ['r'], message: ['m'] } };
  const bounce = (bounceType: string, diagnosticCode?: string) => ({
    'detail-type': 'Email Bounced',
    detail: { mail, bounce: { bounceType, timestamp: '', bouncedRecipients: [{ diagnosticCode }] } },
  });
  for (const event of [
    bounce('Permanent', 'smtp; 550 5.1.1 user unknown. Sorry.'),
    bounce('Permanent'),
    bounce('Transient', 'smtp; 450 full'),
    bounce('Transient'),
    { 'detail-type': 'Email Complaint Received', detail: { mail, complaint: { timestamp: '' } } },
    { 'detail-type': 'Email Rejected', detail: { mail, reject: { reason: 'Bad content' } } },
  ])
    await bounced(event as never, async (_review, _key, _at, why) => void noted.push(why));
  expect(noted.length).toBe(6);
  expect(untold(noted)).toEqual([]);
});

test('whoever reads Italian is told in Italian why what people review is not moved', () => {
  const resolver = readFileSync('amplify/data/noOpenReview.js', 'utf8');
  const [, refusal = ''] = /'(It is under review[^']+)'/.exec(resolver) ?? [];
  expect([refusal, untold([refusal])]).toEqual([expect.stringContaining('call the review off'), []]);
});

test('whoever reads Italian is told in Italian why something cannot be done to a review', () => {
  const decided = (by: typeof REVIEWER | null, outcome: ReviewOutcome) =>
    new AlreadyDecidedError({ outcome, by, at: '2026-03-02T10:00:00.000Z', comment: '', fingerprint: '' });
  const refusals = [
    decided(REVIEWER, 'CHANGES_REQUESTED'),
    decided(null, 'TIMED_OUT'),
    new ChangedSinceReadError(),
    new NoSuchReviewForYouError(),
    new ReviewChangesError(),
    new ReviewNotStartedError({}),
    new UnderReviewError(),
    new UnknownPersonError('lenore@example.com'),
  ].map(({ message }) => message);
  expect(untold(refusals)).toEqual([]);
  expect(ITALIAN.translated(refusals[0] as string)).toBe(
    'È già deciso: modifiche richieste, da ben@example.com, il 2026-03-02 10:00 UTC. La tua decisione non è stata contata; scrivila in un commento.',
  );
});

test('whoever reads Italian reads the facts above a document by their Italian names; an export keeps the English ones', () => {
  const facts = { ...emptyContent(), severity: 'SEV3' as const, service: 'In review' };
  const read = factsToMarkdown(facts, (english) => ITALIAN.translated(english) ?? english);
  expect(read).toMatch(/^- \*\*Gravità:\*\* SEV3 \(Minore: /m);
  // What an author has written is theirs, whatever it says.
  expect(read).toContain('**Servizio:** In review');
  expect(factsToMarkdown(facts)).toMatch(/^- \*\*Severity:\*\* SEV3 \(Minor: /m);
});
