import {
  type Decision,
  type Delivery,
  decidedByNobody,
  type FollowUp,
  type FollowUpState,
  type ReviewRequest,
} from '../../domain/humanReview';
import type { DynamoDb } from '../dynamodb';
import { leftPerhaps } from '../humanReview/deliveries';
import { forgetErased } from '../humanReview/erased';
import { placeOf, type ReviewRecords, type StandingReview } from '../humanReview/records';
import type { StartReview } from '../reviewDesk/collaborators';
import { deleteFound } from './deleteFound';
import { SweepIncompleteError } from './errors';
import type { FindExecution, StopExecution } from './executions';
import type { Forget } from './forget';
import type { RoundKept } from './round';

/** What the sweep does with reviews, as its own role. */
export interface ReviewSweep extends RoundKept {
  records: Pick<ReviewRecords, 'standing' | 'tell' | 'get' | 'change'>;
  findExecution: FindExecution;
  stopExecution: StopExecution;
  startReview: StartReview;
  /** Makes its document a draft again, where it is still under this review. */
  giveBack: (request: ReviewRequest, decision: Decision) => Promise<string>;
  wakeUp: (callbackId: string) => Promise<void>;
  now: () => Date;
  /** When it is to stop and remember how far it has come; it looks at some reviews in any case. */
  until: Date;
  warn: (message: string, error: unknown) => void;
}

/** Lambda takes an execution within seconds; what was recorded earlier than this must have one by now. */
const MUST_BE_STARTED_MS = 2 * 60_000;

/** Sending a message takes seconds: what was called off earlier than this is not amid one any more. */
const MUST_BE_QUIET_MS = 2 * 60_000;

/** Tells more than any workflow has told. */
const LAST = 1_000_000;

/**
 * Brings every review that is said to go on in line with its execution. One that was recorded and never started
 * begins; one that was decided while its wake-up got lost is woken; one whose follow-ups were called off is ended,
 * and would sleep on to the next of them otherwise, for months; one whose execution is over without having told its
 * end gives its document back and is ended, so that its author can submit again.
 * A call that has no time left remembers how far it has come, and the next one goes on there, so that each gets its
 * turn however many there are.
 * @throws SweepIncompleteError after all others were looked after, when some could not be
 */
export async function sweepReviews(with_: ReviewSweep): Promise<void> {
  const { next: from } = (await with_.round()) as { next?: Place };
  const left: string[] = [];
  let place: Place | undefined = from ?? { stage: STAGES[0], after: null };
  do {
    const { reviews, after } = await with_.records.standing(place.stage, place.after);
    for (const review of reviews) {
      if (with_.now().getTime() - Date.parse(review.submittedAt) < MUST_BE_STARTED_MS) continue;
      try {
        await lookAfter(with_, review);
      } catch (error) {
        left.push(review.id);
        with_.warn(`The review ${review.id} could not be looked after.`, error);
      }
    }
    place = following(place.stage, after);
  } while (place && with_.now() < with_.until);
  // A round that began and ended within this call has left nothing to remember.
  if (place ?? from) await with_.remember({ ...(place && { next: place }) });
  if (left.length > 0) throw new SweepIncompleteError(left);
}

const STAGES = ['SUBMITTED', 'WAITING', 'DECIDED', 'FOLLOWING_UP'] as const;

/** How far the reviews of which stage were looked at. */
interface Place {
  stage: (typeof STAGES)[number];
  after: object | null;
}

/** The place after a page; undefined after the last one. */
function following(stage: Place['stage'], after: object | null): Place | undefined {
  if (after) return { stage, after };
  const next = STAGES[STAGES.indexOf(stage) + 1];
  return next && { stage: next, after: null };
}

async function lookAfter(with_: ReviewSweep, { id, ...seen }: StandingReview): Promise<void> {
  // Before, there is still something to carry out, and the workflow hears of it when it plans the first message.
  if (seen.calledOff && seen.stage === 'FOLLOWING_UP') return endCalledOff(with_, id, seen.calledOff);
  const execution = await with_.findExecution(id);
  if (execution === 'RUNNING') {
    if (seen.decision && seen.stage === 'WAITING' && seen.callbackId) await with_.wakeUp(seen.callbackId);
    return;
  }
  const review = await with_.records.get(id);
  // It has told its end meanwhile.
  if (!review || review.endedAt) return;
  if (execution === undefined && review.stage === 'SUBMITTED') return with_.startReview(id, review.request);
  // Before it is ended: a crash between leaves it to the next sweep. Nobody else would ever move the document.
  const at = with_.now().toISOString();
  await with_.giveBack(review.request, decidedByNobody(at));
  await with_.records.tell(id, LAST, {
    stage: 'ENDED',
    note: review.note || 'The workflow ended before it was through. Nothing is lost; submit it again.',
    endedAt: at,
  });
  await forgetErased(with_.records, id);
}

/**
 * Ends a review whose follow-ups were called off. Its execution does nothing any more but sleep, wake, and find that
 * out; it is stopped first, so that nothing tells of a review that has ended. A round with many owners takes minutes
 * and is cut off amid them, so what has left is read after that.
 */
async function endCalledOff(with_: ReviewSweep, id: string, { at }: { at: string }): Promise<void> {
  const now = with_.now();
  const isQuiet = (since: string) => now.getTime() - Date.parse(since) >= MUST_BE_QUIET_MS;
  if (!isQuiet(at)) return;
  await with_.stopExecution(id);
  const review = await with_.records.get(id);
  if (!review || review.endedAt) return;
  const deliveries = Object.values(review.sent);
  const sending = deliveries.filter(({ state }) => state === 'SENDING');
  // One may still get its receipt; the next sweep ends the review.
  if (sending.some((one) => !isQuiet(one.at))) return;
  const endedAt = now.toISOString();
  if (sending.length > 0) {
    const settled = Object.fromEntries(sending.map((one) => [one.key, leftPerhaps(one, endedAt)]));
    if (!(await with_.records.change(review, { ...review, sent: { ...review.sent, ...settled } }))) return;
  }
  await with_.records.tell(id, LAST, {
    stage: 'ENDED',
    followUps: review.followUps.map((one) =>
      one.state === 'WAITING' ? { ...one, state: cutOff(one, deliveries) } : one,
    ),
    steps: [...review.steps, { name: 'close-review', at: endedAt, detail: '' }],
    endedAt,
  });
  await forgetErased(with_.records, id);
}

/** What became of a message that the record still has as coming: a round tells of its messages when all are out. */
function cutOff({ key }: FollowUp, deliveries: readonly Delivery[]): FollowUpState {
  const tried = deliveries.filter((one) => one.key.startsWith(`${key}-`));
  if (tried.length === 0) return 'CANCELLED';
  return tried.some(({ state }) => state === 'SENT') ? 'SENT' : 'FAILED';
}

/** Reviews in their table, and the place that a post-mortem's one open review takes. */
export const forgetReviewsIn =
  (dynamoDb: DynamoDb, table: string): Forget =>
  (postMortemId) =>
    deleteFound(
      dynamoDb,
      table,
      {
        IndexName: 'reviewsByPostMortemIdAndSubmittedAt',
        KeyConditionExpression: 'postMortemId = :id',
        ExpressionAttributeValues: { ':id': { S: postMortemId } },
        ProjectionExpression: 'id',
      },
      [{ id: { S: placeOf(postMortemId) } }],
    );
