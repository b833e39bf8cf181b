import { MemoryRouter } from 'react-router';
import type { Delivery } from '../../../../domain/humanReview';
import type { Status } from '../../../../domain/postMortem';
import { NoticesProvider } from '../../../../src/components/Notices';
import { emptyContent } from '../../../../src/data/content';
import type { ReviewServices, ShownReview } from '../../../../src/data/reviews';
import { ServicesProvider } from '../../../../src/data/services';
import type { Services } from '../../../../src/data/types';
import { ReviewPanel } from '../../../../src/features/humanReview/ReviewPanel';
import ReviewsView from '../../../../src/features/humanReview/ReviewsView';
import { ReviewFollower } from '../../../../src/features/humanReview/reviewFollower';
import { isSettled } from '../../../../src/features/humanReview/settled';
import { chooseLanguage } from '../../../../src/language/spoken';
import { MemoryStorage } from '../../fakes/memoryStorage';
import { rendered } from '../../rendered';
import { ADA, APPROVED, LENORE, review } from './review';

beforeEach(() => {
  globalThis.localStorage = new MemoryStorage();
});

const ENDED = { stage: 'ENDED', decision: APPROVED, endedAt: '2026-03-05T12:01:00.000Z' } as const;

/** The panel as somebody sees it. */
function panel(
  reviews: readonly ShownReview[],
  { user = ADA, executions = null }: { user?: typeof ADA; executions?: string | null } = {},
) {
  const follower = new ReviewFollower({
    postMortemId: 'pm',
    reviews: { of: async () => ({ reviews: [], unreadable: 0 }) },
    after: () => () => {},
    isSeen: () => true,
    onNews: () => {},
    onSessionExpired: () => {},
  });
  for (const one of reviews) follower.put(one);
  const content = { ...emptyContent(), rootCause: 'The pool was too small.' };
  const services = { executions, waiting: { review: 10, followUp: 5 } } as ReviewServices;
  return rendered(
    <MemoryRouter>
      <ServicesProvider services={{} as Services}>
        <NoticesProvider>
          <ReviewPanel
            follower={follower}
            services={services}
            reviewed={{
              ...{
                content,
                owner: ADA.id,
                isPrivate: false,
                mayWrite: user === ADA,
                user,
                theme: 'professional',
              },
              document: {
                id: 'pm',
                saved: async () => {},
                refresh: async () => {},
                state: () => ({ content, revision: 1 }),
              },
              members: async () => [],
            }}
          />
        </NoticesProvider>
      </ServicesProvider>
    </MemoryRouter>,
  );
}

const failed: Delivery = {
  ...{ key: 'ask-lenore', about: 'Asked for a review', to: LENORE.name, at: '2026-03-04T12:01:00.000Z' },
  ...{ state: 'FAILED', why: 'The mailbox is full.' },
};

it('shows whoever asked which message did not arrive, why, and a way to send it again', async () => {
  const { words } = await panel([review({ deliveries: [failed] })]);
  expect(words).toContain('A message has not arrived');
  expect(words).toContain('The mailbox is full.');
  expect(words).toContain('Send again: Asked for a review, lenore@nevermore.test');
  expect((await panel([review({ deliveries: [failed] })], { user: LENORE })).words).not.toContain('mailbox');
});

it('lets those decide who may, while it waits, and nobody else', async () => {
  const form = 'Your words to the author';
  expect((await panel([review()], { user: LENORE })).words).toContain(form);
  expect((await panel([review()])).words).not.toContain(form);
  expect((await panel([review(ENDED)], { user: LENORE })).words).not.toContain(form);
});

it('does not throw away what somebody had written when it was decided before they sent it', async () => {
  localStorage.setItem('nevermore.review.words.lenore.r1', 'Say how small.');
  expect((await panel([review()], { user: LENORE })).html).toContain('Say how small.</textarea>');
  const { words } = await panel([review(ENDED)], { user: LENORE });
  expect(words).toContain('What you had written was not sent Say how small.');
});

it('leads those who read to the places of remarks that are on their page, and writers to all', async () => {
  const remarks = [
    { kind: 'tone', where: 'rootCause', message: '“Bob broke”: it blames.' },
    { kind: 'empty', where: 'summary', message: 'Summary is empty.' },
  ];
  const places = ({ words }: { words: string }) => words.match(/Go there/g)?.length;
  expect(places(await panel([review({ remarks })], { user: LENORE }))).toBe(1);
  expect(places(await panel([review({ remarks })]))).toBe(2);
});

it('calls off the review while it waits, what follows once it is approved, and nothing after that', async () => {
  const words = async (one: ShownReview) => (await panel([one])).words;
  expect(await words(review())).toContain('Cancel the review');
  const following = review({ stage: 'FOLLOWING_UP', decision: APPROVED });
  expect(await words(following)).toContain('Call off the follow-ups');
  for (const over of [
    review(ENDED),
    review({ ...ENDED, decision: { ...APPROVED, outcome: 'DECLINED' } as never }),
  ])
    expect(await words(over)).not.toMatch(/Cancel the review|Call off/);
});

it('names the execution to its owner where there is a page of them, and nowhere else', async () => {
  const executions = 'http://127.0.0.1:1/executions';
  expect((await panel([review()], { executions })).html).toContain(`href="${executions}?name=r1"`);
  expect((await panel([review()])).words).not.toContain('Lambda');
  expect((await panel([review()], { executions, user: LENORE })).words).not.toContain('Lambda');
});

it('speaks Italian of a review, and leaves as they are the words of people and of the server', async () => {
  Object.assign(globalThis, { document: { documentElement: { lang: 'en' } } });
  await chooseLanguage('it');
  try {
    const remarks = [{ kind: 'empty', where: 'summary', message: '“Alert on age” has no owner.' }];
    const waiting = await panel([review({ remarks, message: 'Please read it.' })], { user: LENORE });
    expect(waiting.words).toContain('Aspetta una decisione');
    expect(waiting.words).toContain('Sintesi: “Alert on age” non ha un responsabile.');
    expect(waiting.words).toContain('Approva Chiedi modifiche Rifiuta');
    expect(waiting.words).toContain('Please read it.');
    const steps = [{ name: 'publish-document', at: '2026-03-05T12:00:00.000Z', detail: 'It went out.' }];
    const { words } = await panel([review({ ...ENDED, steps, deliveries: [failed] })]);
    expect(words).toMatch(/Approvato\s*da lenore/i);
    expect(words).toContain('Pubblicato. It went out.');
    expect(words).toContain('Un messaggio non è arrivato');
    expect(words).toContain('Invia di nuovo: Richiesta di revisione, lenore@nevermore.test');
    expect(words).toContain('The mailbox is full.');
    expect(words).not.toMatch(/review|decision|What|Everything|Send/);
  } finally {
    await chooseLanguage('en');
    Object.assign(globalThis, { document: undefined });
  }
});

it('says nothing of a document that nobody has reviewed', async () => {
  expect((await panel([])).words).toBe('');
});

it('lists what is due first on top, and says what an empty list is for', async () => {
  const view = (toDecide: readonly ShownReview[], unreadable = 0) =>
    rendered(
      <MemoryRouter>
        <ReviewsView
          reading={{ kind: 'read', toDecide, submitted: [], unreadable }}
          now={Date.parse('2026-03-08T13:00:00.000Z')}
          onReadAgain={() => {}}
        />
      </MemoryRouter>,
    );
  const later = review({ id: 'r2', title: 'Later', dueAt: '2026-03-20T12:00:00.000Z' });
  const { words, html } = await view([later, review({ title: 'Sooner' })]);
  expect(words).toMatch(/Waiting for you \(2\).*Sooner.*Later/);
  expect(html.match(/chip-warn/g)).toHaveLength(1);
  expect((await view([])).words).toMatch(/Nothing waits for you\..*You have asked nobody yet/);
  expect((await view([], 2)).words).toContain('2 reviews cannot be shown');
});

describe('a review that was over before somebody came for the document', () => {
  const isFolded = (over: Partial<ShownReview>, status: Status = 'PUBLISHED') =>
    isSettled(review({ ...ENDED, ...over }), status);
  const at = ENDED.endedAt;
  const decided = { by: LENORE, at, comment: '' };

  test('is one line that opens, so that the document comes first', async () => {
    const folded = /<details><summary>[^/]*: Approved, by/;
    expect((await panel([review(ENDED)])).html).toMatch(folded);
    expect((await panel([review({ decision: APPROVED, stage: 'FOLLOWING_UP' })])).html).not.toMatch(folded);
    expect([
      isFolded({}),
      isFolded({ decision: { ...decided, outcome: 'TIMED_OUT', by: null } }, 'DRAFT'),
    ]).toEqual([true, true]);
  });

  test('stays whole while changes are asked for, a message is lost, or something else was left undone', () => {
    const asked = { decision: { ...decided, outcome: 'CHANGES_REQUESTED' } } as const;
    expect([isFolded(asked, 'DRAFT'), isFolded(asked, 'IN_REVIEW')]).toEqual([false, true]);
    expect(isFolded({ note: 'It was approved and then changed.' })).toBe(false);
    const lost: Delivery = {
      key: 'k',
      about: 'ask',
      to: 'x@y.test',
      state: 'BOUNCED',
      at,
      why: 'No mailbox.',
    };
    expect(isFolded({ deliveries: [lost] })).toBe(false);
    expect(isSettled(review({ decision: APPROVED, stage: 'FOLLOWING_UP' }), 'PUBLISHED')).toBe(false);
  });
});
