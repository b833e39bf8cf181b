import type { Draft, EnhancementRequest } from '../../domain/enhancement';
import type { Drafter } from '../../domain/enhancement/modelRoles';
import type { JudgeDrafts } from './judging';
import type { WriteDraft } from './modelDraft';
import type { PublishProgress } from './progress';

/** Everything with a clock or a network. Each is only ever called inside a step. */
export interface Collaborators {
  writeDraft: WriteDraft;
  /** The record of a draft that never came. */
  missingDraft: (drafter: Drafter, why: string) => Draft;
  judge: JudgeDrafts;
  publish: PublishProgress;
}

/** What is drafted from, as the author wrote it. */
export interface Task {
  request: EnhancementRequest;
}
