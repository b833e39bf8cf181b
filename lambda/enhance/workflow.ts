import type { DurableContext } from '@aws/durable-execution-sdk-js';
import type { Draft, EnhancementProgress, EnhancementRequest, Verdict } from '../../domain/enhancement';
import { chooseWithoutJudge } from '../../domain/fallback';
import { DRAFTERS, type Drafter } from '../../domain/models';
import { showingOrder, withNames } from '../../domain/order';
import { isBlank } from '../../domain/text';
import { VOICES } from '../../domain/themes';
import type { WriteDraft } from './drafting';
import type { JudgeDrafts } from './judging';
import type { PublishProgress } from './progress';
import { retryModelCall, retryPublish } from './retry';

/** Everything with a clock or a network. Each is only ever called inside a step. */
export interface Collaborators {
  writeDraft: WriteDraft;
  /** The record of a draft that never came. */
  missingDraft: (drafter: Drafter, why: string) => Draft;
  judge: JudgeDrafts;
  publish: PublishProgress;
}

/** What a run is once it is over; the publisher adds the time. */
type Ending = Omit<EnhancementProgress, 'progress' | 'finishedAt'>;

/**
 * One enhancement: two drafts in parallel, a verdict, and a publication whenever something is finished.
 *
 * Only orchestration: no clock, no network, no randomness, because after a crash the SDK runs it again from
 * the top and hands back the results of the steps that had finished.
 */
export const enhanceWorkflow =
  (with_: Collaborators) =>
  async (request: EnhancementRequest, context: DurableContext): Promise<Ending> => {
    const ending = isBlank(request.source)
      ? nothingToEnhance(request)
      : await draftAndJudge(with_, request, context);
    await context.step('publish-verdict', () => with_.publish.ending(request.enhancementId, ending), {
      retryStrategy: retryPublish,
    });
    return ending;
  };

async function draftAndJudge(
  with_: Collaborators,
  request: EnhancementRequest,
  context: DurableContext,
): Promise<Ending> {
  const drafts = await writeDrafts(with_, request, context);
  const readable = drafts
    .map((draft, position) => ({ draft, position }))
    .filter(({ draft }) => draft.text !== null);
  const [only] = readable;
  if (!only) return noDraft(request, drafts);
  const verdict =
    readable.length === 1
      ? onlyDraft(drafts, only.position)
      : await judgeDrafts(with_, request, drafts, context);
  return {
    status: 'SUCCEEDED',
    stage: 'FINISHED',
    drafts,
    verdict,
    message: null,
    costUsd: costOf(drafts, verdict),
  };
}

async function writeDrafts(with_: Collaborators, request: EnhancementRequest, context: DurableContext) {
  // Filled only from inside steps and from their results, so a replay rebuilds it as it was.
  const finished: Draft[] = [];
  const note = (draft: Draft) => {
    if (!finished.some((known) => known.modelId === draft.modelId)) finished.push(draft);
  };
  const batch = await context.map(
    'Generate enhanced versions',
    [...DRAFTERS],
    async (branch, drafter) => {
      const draft = await branch.step(
        `draft-with-nova-${drafter}`,
        async () => {
          with_.publish.drafting(request.enhancementId);
          const written = await with_.writeDraft(drafter, request);
          note(written);
          with_.publish.drafted(request.enhancementId, finished);
          return written;
        },
        { retryStrategy: retryModelCall },
      );
      note(draft);
      return draft;
    },
    // Without this the first failure would throw away the other model's draft.
    {
      completionConfig: { toleratedFailureCount: DRAFTERS.length },
      itemNamer: (drafter) => `nova-${drafter}`,
    },
  );
  return DRAFTERS.map((drafter, index) => {
    const item = batch.all.find((one) => one.index === index);
    return item?.result ?? with_.missingDraft(drafter, causeOf(item?.error));
  });
}

async function judgeDrafts(
  with_: Collaborators,
  request: EnhancementRequest,
  drafts: readonly Draft[],
  context: DurableContext,
): Promise<Verdict> {
  const order = showingOrder(request.enhancementId, drafts.length);
  const numberOf = (shown: number) => (order[shown - 1] as number) + 1;
  try {
    const judgement = await context.step(
      'judge-best-version',
      () => {
        with_.publish.judging(request.enhancementId, drafts);
        return with_.judge(
          request,
          order.map((position) => drafts[position]?.text ?? ''),
        );
      },
      { retryStrategy: retryModelCall },
    );
    return {
      outcome: 'JUDGED',
      winner: numberOf(judgement.best),
      reasoning: withNames(judgement.reasoning, drafts.length, (shown) => {
        const number = numberOf(shown);
        return `draft ${number} (${drafts[number - 1]?.model})`;
      }),
      scores: judgement.scores
        .map((score) => ({ ...score, draft: numberOf(score.draft) }))
        .sort((a, b) => a.draft - b.draft),
      fallbackReason: null,
      judge: judgement.call,
    };
  } catch (error) {
    const { winner, rule } = chooseWithoutJudge(request.source, drafts);
    return {
      outcome: 'JUDGE_FALLBACK',
      winner,
      reasoning: `The judge gave no verdict, so this draft was ${rule}. Read both before you accept.`,
      scores: [],
      fallbackReason: causeOf(error),
      judge: null,
    };
  }
}

const nothingToEnhance = (request: EnhancementRequest): Ending => ({
  status: 'SUCCEEDED',
  stage: 'FINISHED',
  drafts: [],
  verdict: ownText('NOTHING_TO_ENHANCE', 'There was no text, so no model was called.', null),
  message: VOICES[request.theme].nothingToEnhance,
  costUsd: 0,
});

const noDraft = (request: EnhancementRequest, drafts: Draft[]): Ending => {
  const why = drafts.map((draft) => `${draft.model}: ${draft.error}`).join(' ');
  return {
    status: 'FAILED',
    stage: 'FINISHED',
    drafts,
    verdict: ownText('NO_DRAFT', 'No model answered with a draft, so your own text stands.', why),
    message: VOICES[request.theme].noDraft,
    costUsd: 0,
  };
};

const ownText = (outcome: Verdict['outcome'], reasoning: string, fallbackReason: string | null): Verdict => ({
  outcome,
  winner: 0,
  reasoning,
  scores: [],
  fallbackReason,
  judge: null,
});

const onlyDraft = (drafts: readonly Draft[], position: number): Verdict => ({
  outcome: 'ONLY_DRAFT',
  winner: position + 1,
  reasoning: `Only ${drafts[position]?.model} answered, so there was nothing to compare and no judge was asked.`,
  scores: [],
  fallbackReason: drafts.map((draft) => draft.error).find((error) => error !== null) ?? null,
  judge: null,
});

const costOf = (drafts: readonly Draft[], verdict: Verdict): number =>
  drafts.reduce((total, draft) => total + draft.costUsd, verdict.judge?.costUsd ?? 0);

/** The message of what went wrong underneath the SDK's wrapping. */
function causeOf(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return inner instanceof Error && inner.message !== '' ? inner.message : 'It did not answer.';
}
