import { type Draft, isSound, OWN_TEXT, type Verdict } from '../../domain/enhancement';
import { type Contestant, decide, type OrderVerdict } from '../../domain/enhancement/decide';
import { chooseWithoutJudge, unjudged } from '../../domain/enhancement/fallback';
import { plainlyFormatted } from '../../domain/enhancement/presentation';
import type { ReadVerdict } from '../../domain/enhancement/readVerdict';
import { showingOrder } from '../../domain/enhancement/showingOrder';
import { type Held, putBack } from '../../domain/secrets/holdBack';
import { composed, type Sendable } from '../../domain/sending/sendable';
import { isBlank } from '../../domain/text';
import { hiddenRequest } from './checkedDraft';
import type { Task } from './collaborators';
import type { Judgement } from './judging';
import type { SentRequest } from './modelDraft';

// Who is in a contest, and what comes of it, whatever asks the judge in between.

/** The orders in which a judge is asked. */
export const ORDERS = [1, 2] as const;
export type Order = (typeof ORDERS)[number];

/** What a judge is shown: in one order, and in the other. */
export interface Contest {
  sent: SentRequest;
  held: readonly Held[];
  /** By order; the texts as they may leave. */
  shown: Record<Order, { contestants: readonly Contestant[]; texts: readonly Sendable[] }>;
}

/** The contest of the sound drafts and the author's own text. The same drafts make the same contest. */
export function contestOf(task: Task, drafts: readonly Draft[]): Contest {
  const { request } = task;
  const contestants: Contestant[] = [
    // An empty section is no contestant: what is built from the rest of the document stands against nothing.
    ...(isBlank(request.source) ? [] : [{ number: OWN_TEXT, text: request.source }]),
    ...drafts.flatMap((draft, index) =>
      isSound(draft) ? [{ number: index + 1, text: draft.text as string }] : [],
    ),
  ];
  const {
    sent,
    held,
    drafts: hidden,
  } = hiddenRequest(
    task,
    contestants.map(({ text }) => text),
  );
  const hiddenText = new Map(contestants.map((one, index) => [one, hidden[index]]));
  const forward = showingOrder(request.enhancementId, contestants.length).map(
    (position) => contestants[position] as Contestant,
  );
  const showing = (order: readonly Contestant[]) => ({
    contestants: order,
    texts: order.map((one) => composed(plainlyFormatted(hiddenText.get(one) ?? ''))),
  });
  return { sent, held, shown: { 1: showing(forward), 2: showing([...forward].reverse()) } };
}

/** What came of asking in one order: a judgement, or why there is none. */
export type Asked = { order: Order; judgement: Judgement } | { why: string };

/** The verdict on a contest, from what the judge said in each order. */
export function verdictOf(contest: Contest, drafts: readonly Draft[], asked: readonly Asked[]): Verdict {
  const verdicts = asked.flatMap((one): OrderVerdict[] => {
    if ('why' in one) return [];
    const { call, ...read } = one.judgement;
    const shown = contest.shown[one.order].contestants;
    return [{ order: one.order, shown, read: inAuthorsWords(read, contest.held), call }];
  });
  const failures = asked.flatMap((one) => ('why' in one ? [one.why] : []));
  const missing = failures.length === 0 ? null : [...new Set(failures)].join(' ');
  return verdicts.length > 0 ? decide(verdicts, drafts, missing) : withoutJudge(drafts, missing);
}

/** The judge's words with the author's values where it read placeholders. */
const inAuthorsWords = (read: ReadVerdict, held: readonly Held[]): ReadVerdict => ({
  ...read,
  reasoning: putBack(read.reasoning, held),
  unsupportedClaims: read.unsupportedClaims.map((claim) => ({ ...claim, quote: putBack(claim.quote, held) })),
});

function withoutJudge(drafts: readonly Draft[], why: string | null): Verdict {
  const { winner, rule } = chooseWithoutJudge(drafts);
  return unjudged(
    'JUDGE_FALLBACK',
    winner,
    `The judge gave no verdict, so this draft was ${rule}. Read both before you accept.`,
    why,
  );
}
