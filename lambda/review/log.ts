import { type DurableContext, StepError } from '@aws/durable-execution-sdk-js';
import type { ReviewRequest, StepTaken } from '../../domain/humanReview';
import { causeOf } from '../durable/causeOf';
import { retryReviewStep } from '../durable/retry';
import type { Told } from '../humanReview/records';
import type { Collaborators } from './collaborators';
import { type Done, takenStep } from './taken';

/**
 * The workflow's steps, each of which tells the record that it is behind. It counts them by their order in the
 * code, so after a crash the same step has the same number, and what was told once is not told again.
 */
export class ReviewLog {
  private readonly steps: StepTaken[] = [];
  private progress = 0;

  constructor(
    private readonly with_: Pick<Collaborators, 'records' | 'now'>,
    private readonly request: ReviewRequest,
    private readonly context: DurableContext,
  ) {}

  /** What is behind, for whoever tells it in a place that is no step. */
  get soFar(): Told {
    return { steps: [...this.steps] };
  }

  /** Takes a step and tells it. @throws StepError when it fails for good */
  async take<Value>(name: string, work: () => Promise<Done<Value>>): Promise<Value> {
    this.progress += 1;
    const place = { name, progress: this.progress, behind: [...this.steps] };
    const { taken, value } = await this.context.step(
      name,
      () => takenStep(this.with_, this.request, place, work),
      { retryStrategy: retryReviewStep },
    );
    this.steps.push(taken);
    return value;
  }

  /** Takes a step that the rest does not need: when it fails for good, the record says so and the work goes on. */
  async attempt<Value>(name: string, work: () => Promise<Done<Value>>, otherwise: Value): Promise<Value> {
    try {
      return await this.take(name, work);
    } catch (error) {
      if (!(error instanceof StepError)) throw error;
      return this.take(`${name}-failed`, async () => ({ detail: causeOf(error), value: otherwise }));
    }
  }
}
