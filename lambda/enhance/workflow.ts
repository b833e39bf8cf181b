import type { DurableContext } from '@aws/durable-execution-sdk-js';
import {
  type Draft,
  type EnhancementProgress,
  type EnhancementRequest,
  isSound,
  OWN_TEXT,
  roleAndWriter,
  type Verdict,
} from '../../domain/enhancement';
import { unjudged } from '../../domain/enhancement/fallback';
import { amountsOf } from '../../domain/enhancement/modelCall';
import { isHard } from '../../domain/facts/finding';
import { prepareForSending } from '../../domain/sending';
import { isBlank } from '../../domain/text';
import { themeById } from '../../domain/themes';
import { retryPublish } from '../durable/retry';
import type { Collaborators, Task } from './collaborators';
import { judgeDrafts } from './contest';
import { writeDrafts } from './drafts';

/** What a run is once it is over; the publisher adds the time. */
type Ending = Omit<EnhancementProgress, 'progress' | 'finishedAt'>;

/**
 * One enhancement: two drafts in parallel, each checked, a verdict, and a publication whenever something is
 * finished.
 *
 * Only orchestration: no clock, no network, no randomness, because after a crash the SDK runs it again from
 * the top and hands back the results of the steps that had finished.
 */
export const enhanceWorkflow =
  (with_: Collaborators) =>
  async (request: EnhancementRequest, context: DurableContext): Promise<Ending> => {
    const { source, material = null } = request;
    const ending =
      isBlank(source) && isBlank(material ?? '')
        ? nothingToEnhance(request)
        : await draftAndJudge(with_, { request, sending: prepareForSending(source, material) }, context);
    await context.step('publish-verdict', () => with_.publish.ending(request, ending), {
      retryStrategy: retryPublish,
    });
    return ending;
  };

async function draftAndJudge(with_: Collaborators, task: Task, context: DurableContext): Promise<Ending> {
  const drafts = await writeDrafts(with_, task, context);
  if (drafts.every((draft) => draft.text === null)) return noDraft(task.request, drafts);
  const verdict = await verdictOn(with_, task, drafts, context);
  return {
    status: 'SUCCEEDED',
    stage: 'FINISHED',
    drafts,
    verdict,
    message: null,
    costUsd: amountsOf([...drafts, ...verdict.judges]).costUsd,
  };
}

function verdictOn(with_: Collaborators, task: Task, drafts: readonly Draft[], context: DurableContext) {
  const sound = drafts.filter(isSound);
  if (sound.length === 0) return noSoundDraft(drafts);
  if (sound.length === 1) return onlyDraft(drafts, drafts.indexOf(sound[0] as Draft));
  return judgeDrafts(with_, task, drafts, context);
}

const nothingToEnhance = (request: EnhancementRequest): Ending => ({
  status: 'SUCCEEDED',
  stage: 'FINISHED',
  drafts: [],
  verdict: unjudged('NOTHING_TO_ENHANCE', OWN_TEXT, 'There was no text, so no model was called.', null),
  message: themeById(request.theme).said.nothingToEnhance,
  costUsd: 0,
});

function noDraft(request: EnhancementRequest, drafts: Draft[]): Ending {
  const isStopped = drafts.every(({ guardrail }) => guardrail);
  return {
    status: 'FAILED',
    stage: 'FINISHED',
    drafts,
    verdict: unjudged(
      'NO_DRAFT',
      OWN_TEXT,
      isStopped
        ? 'The guardrail stopped every draft, so your own text stands.'
        : 'No model answered with a draft, so your own text stands.',
      isStopped ? null : drafts.map(whyMissing).join(' '),
    ),
    message: themeById(request.theme).said.noDraft,
    // What a guardrail blocked was written, and is billed.
    costUsd: amountsOf(drafts).costUsd,
  };
}

const noSoundDraft = (drafts: readonly Draft[]): Verdict =>
  unjudged(
    'NO_SOUND_DRAFT',
    OWN_TEXT,
    'No draft kept to your facts, even after a correction, so your own text stands. What was found is marked in the drafts.',
    drafts.map(whyOut).filter(Boolean).join(' ') || null,
  );

const onlyDraft = (drafts: readonly Draft[], position: number): Verdict =>
  unjudged(
    'ONLY_DRAFT',
    position + 1,
    `Only the draft by ${roleAndWriter(drafts[position] as Draft)} can be taken as it is, so there was nothing to compare and no judge was asked.`,
    drafts.map(whyOut).filter(Boolean).join(' ') || null,
  );

/** Errors of our own name the model already; a service's do not. A guardrail's report stands with the draft. */
function whyMissing({ model, error, guardrail }: Draft): string {
  if (guardrail) return `${model}: the guardrail stopped its draft.`;
  return error?.startsWith(model) ? error : `${model}: ${error}`;
}

/** Why a draft is not in the contest; empty for a sound one. */
function whyOut(draft: Draft): string {
  if (draft.text === null) return whyMissing(draft);
  const hard = draft.findings.filter(isHard).length;
  return hard === 0
    ? ''
    : `${roleAndWriter(draft)}: the fact check has ${hard} open finding${hard === 1 ? '' : 's'}.`;
}
