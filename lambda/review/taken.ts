import type { ReviewRequest, StepTaken } from '../../domain/humanReview';
import { forgetErased } from '../humanReview/erased';
import type { Told } from '../humanReview/records';
import type { Collaborators } from './collaborators';

/** What a step has done: a sentence for people, what the record is to show, and what the workflow goes on with. */
export interface Done<Value> {
  /**
   * Names nobody: an execution remembers what it has told, and tells all of it again with each step, also after
   * somebody was taken out of the record. Who it was stands there.
   */
  detail: string;
  told?: Told;
  value: Value;
}

/** Which step it is: the so-manieth that tells of itself, and what was told before it. */
export interface Place {
  name: string;
  /** From 1. What was told under a number once is not told again. */
  progress: number;
  behind: readonly StepTaken[];
}

/** Does what a step does, and tells the record that it is behind. */
export async function takenStep<Value>(
  with_: Pick<Collaborators, 'records' | 'now'>,
  { reviewId }: Pick<ReviewRequest, 'reviewId'>,
  { name, progress, behind }: Place,
  work: () => Promise<Done<Value>>,
): Promise<{ taken: StepTaken; value: Value }> {
  const done = await work();
  const taken: StepTaken = { name, at: with_.now().toISOString(), detail: done.detail };
  await with_.records.tell(reviewId, progress, { ...done.told, steps: [...behind, taken] });
  if (done.told?.endedAt) await forgetErased(with_.records, reviewId);
  return { taken, value: done.value };
}
