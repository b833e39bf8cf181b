import type { DurableContext } from '@aws/durable-execution-sdk-js';
import { type Draft, isSound, OWN_TEXT, type Verdict } from '../../domain/enhancement';
import { type Contestant, decide, type OrderVerdict } from '../../domain/enhancement/decide';
import { chooseWithoutJudge, unjudged } from '../../domain/enhancement/fallback';
import { plainlyFormatted } from '../../domain/enhancement/presentation';
import type { ReadVerdict } from '../../domain/enhancement/readVerdict';
import { showingOrder } from '../../domain/enhancement/showingOrder';
import { type Held, putBack } from '../../domain/secrets/holdBack';
import { hide } from '../../domain/sending';
import { composed } from '../../domain/sending/sendable';
import { isBlank } from '../../domain/text';
import { causeOf } from '../durable/causeOf';
import { retryModelCall } from '../durable/retry';
import type { Collaborators, Task } from './collaborators';
import { hiddenRequest } from './drafts';

/** Names of the two judge steps; operators and checks know the first one. */
const STEPS = ['judge-best-version', 'judge-best-version-reversed'] as const;

/**
 * Has the sound drafts and the author's own text judged in two orders at once, and counts.
 * One order is not enough: on close texts a judge follows the order in 20 to 45 % of pairs.
 */
export async function judgeDrafts(
  with_: Collaborators,
  task: Task,
  drafts: readonly Draft[],
  context: DurableContext,
): Promise<Verdict> {
  const { request } = task;
  const contestants: Contestant[] = [
    // An empty section is no contestant: what is built from the rest of the document stands against nothing.
    ...(isBlank(request.source) ? [] : [{ number: OWN_TEXT, text: request.source }]),
    ...drafts.flatMap((draft, index) =>
      isSound(draft) ? [{ number: index + 1, text: draft.text as string }] : [],
    ),
  ];
  const { sent, held: heldInRequest } = hiddenRequest(task);
  const { texts: hidden, held } = hide(
    contestants.map(({ text }) => text),
    heldInRequest,
  );
  const hiddenText = new Map(contestants.map((one, index) => [one, hidden[index]]));
  const forward = showingOrder(request.enhancementId, contestants.length).map(
    (position) => contestants[position] as Contestant,
  );
  const judge = (order: number, shown: readonly Contestant[]) =>
    context.step(
      STEPS[order - 1] as string,
      async () => {
        with_.publish.judging(request, drafts);
        const texts = shown.map((one) => composed(plainlyFormatted(hiddenText.get(one) ?? '')));
        const judgement = await with_.judge(sent, texts);
        return { order, judgement };
      },
      { retryStrategy: retryModelCall },
    );

  const orders = [forward, [...forward].reverse()];
  const settled = await Promise.allSettled(orders.map((shown, index) => judge(index + 1, shown)));
  const verdicts = settled.flatMap((result): OrderVerdict[] => {
    if (result.status === 'rejected') return [];
    const { order, judgement } = result.value;
    const { call, ...read } = judgement;
    return [{ order, shown: orders[order - 1] as Contestant[], read: inAuthorsWords(read, held), call }];
  });
  const failures = settled.flatMap((result) =>
    result.status === 'rejected' ? [causeOf(result.reason)] : [],
  );
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
