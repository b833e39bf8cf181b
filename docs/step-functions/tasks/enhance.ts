import type { Draft, EnhancementRequest } from '../../../domain/enhancement';
import { isSound } from '../../../domain/enhancement';
import { DRAFTERS, type Drafter } from '../../../domain/enhancement/modelRoles';
import { corrected, firstDraft, needsCorrection } from '../../../lambda/enhance/checkedDraft';
import type { Collaborators, Task } from '../../../lambda/enhance/collaborators';
import { type Asked, contestOf, type Order, verdictOf } from '../../../lambda/enhance/contestants';
import {
  type Ending,
  isNothing,
  judgedEnding,
  noDraft,
  nothingToEnhance,
  verdictWithoutContest,
} from '../../../lambda/enhance/endings';
import { UnusableDraftError } from '../../../lambda/enhance/errors';
import type { Judgement } from '../../../lambda/enhance/judging';
import { type Failed, named, whyOf } from './failures';

/** What a branch hands on: a draft, or why there is none. */
export type Written = { draft: Draft; isSound: boolean; needsCorrection: boolean } | { failed: Failed };
/** What the judge said in one order, or why it did not. */
export type Judged = { order: Order; judgement: Judgement } | { failed: Failed };

/** What a state asks of its function. */
export type EnhanceTask =
  | { task: 'draft'; drafter: Drafter; request: EnhancementRequest }
  | { task: 'correct'; drafter: Drafter; request: EnhancementRequest; first: Draft }
  | { task: 'judge'; order: Order; request: EnhancementRequest; drafts: Written[] }
  | {
      task: 'publish';
      state: { request: EnhancementRequest; drafts?: Written[]; judged?: Judged[] };
    };

/**
 * A state may carry 256 KB, drafts and request together, and what is over that ends the run uncatchably. A request
 * is 40,000 characters, of three bytes at most; the rest is for two drafts and two judgements.
 */
export const LARGEST_DRAFT_BYTES = 56_000;

/** What the states of an enhancement do: the same functions as the durable workflow's steps. */
export const enhanceTasks = (with_: Collaborators) => (asked: EnhanceTask) =>
  named(async (): Promise<Written | Judged | Ending> => {
    switch (asked.task) {
      case 'draft': {
        with_.publish.drafting(asked.request);
        const draft = carried(await firstDraft(with_, taskOf(asked.request), asked.drafter));
        with_.publish.drafted(asked.request, [draft]);
        await with_.publish.settled();
        return written(draft);
      }
      case 'correct':
        return written(carried(await corrected(with_, taskOf(asked.request), asked.drafter, asked.first)));
      case 'judge': {
        const { order, request } = asked;
        const drafts = draftsOf(with_, asked.drafts);
        const contest = contestOf(taskOf(request), drafts);
        with_.publish.judging(request, drafts);
        const judgement = await with_.judge(contest.sent, contest.shown[order].texts);
        await with_.publish.settled();
        return { order, judgement };
      }
      case 'publish': {
        const { request, drafts = [], judged = [] } = asked.state;
        const ending = isNothing(request)
          ? nothingToEnhance(request)
          : endingOf(taskOf(request), draftsOf(with_, drafts), judged);
        await with_.publish.ending(request, ending);
        return ending;
      }
    }
  });

const taskOf = (request: EnhancementRequest): Task => ({ request });

const written = (draft: Draft): Written => ({
  draft,
  isSound: isSound(draft),
  needsCorrection: needsCorrection(draft),
});

/** @throws UnusableDraftError for what no state could hold */
function carried(draft: Draft): Draft {
  const bytes = Buffer.byteLength(JSON.stringify(draft));
  if (bytes > LARGEST_DRAFT_BYTES)
    throw new UnusableDraftError(
      draft.model,
      'state_too_large',
      'wrote more than a state machine can carry.',
    );
  return draft;
}

const draftsOf = (with_: Collaborators, all: readonly Written[]): Draft[] =>
  DRAFTERS.map((drafter, index) => {
    const one = all[index] as Written;
    return 'failed' in one ? with_.missingDraft(drafter, whyOf(one.failed)) : one.draft;
  });

function endingOf(task: Task, drafts: Draft[], judged: readonly Judged[]): Ending {
  if (drafts.every(({ text }) => text === null)) return noDraft(task.request, drafts);
  const asked = judged.map((one): Asked => ('failed' in one ? { why: whyOf(one.failed) } : one));
  const verdict = verdictWithoutContest(drafts) ?? verdictOf(contestOf(task, drafts), drafts, asked);
  return judgedEnding(drafts, verdict);
}
