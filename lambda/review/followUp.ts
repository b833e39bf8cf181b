import type { DurableContext } from '@aws/durable-execution-sdk-js';
import type { Decision, FollowUp, ReviewRequest } from '../../domain/humanReview';
import type { Collaborators } from './collaborators';
import type { ReviewLog } from './log';
import { asked, lookedAgain, planned } from './rounds';
import { followUpSent, followUpWritten } from './steps';

/**
 * Asks about every open action once: two days after publication, or when it is due. It plans from the document as
 * it stands, waits, and looks again, so whatever is done or moved meanwhile is asked about at its new time or never.
 */
export async function followUp(
  with_: Collaborators,
  request: ReviewRequest,
  decision: Decision,
  log: ReviewLog,
  context: DurableContext,
): Promise<void> {
  let asOf = decision.at;
  let behind: FollowUp[] = [];
  let operations = 0;
  while (true) {
    const from = asOf;
    const known = behind;
    const spent = operations;
    const ahead = await log.take('plan-follow-up', () =>
      planned(with_, request, decision, from, known, spent),
    );
    if (!ahead.plan) return;
    if (ahead.seconds > 0) await context.wait('wait-before-follow-up', { seconds: ahead.seconds });
    const { plan, firstAt } = ahead;
    const due = await log.take('look-again', () => lookedAgain(with_, request, plan, firstAt));
    for (const message of due.toSend) {
      const text = await log.take('write-follow-up', () =>
        followUpWritten(with_, request, due.title, message),
      );
      const state = await log.attempt(
        'send-follow-up',
        () => followUpSent(with_, request, due.title, message, text.text),
        'FAILED',
      );
      behind = [...behind, asked(plan, message, state, text)];
    }
    behind = [...behind, ...due.dropped.map((message) => asked(plan, message, due.why))];
    operations += 3 + due.toSend.length * 3;
    asOf = plan.sendAt;
  }
}
