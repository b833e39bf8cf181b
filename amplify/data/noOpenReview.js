import { runtime, util } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';

/**
 * Second step: leaves a post-mortem where it is while people review it. The review's workflow moves it then, and one
 * that was published past it could be read while its reviewers still decide whether it may be. One in the bin could
 * not be given back when its review ends, nor could anybody call that off.
 */
export function request(ctx) {
  // Whoever may not move it is told so by the next step, and learns nothing of a review.
  if (!ctx.stash.mayEdit) return runtime.earlyReturn(null);
  return query({
    index: 'reviewsByPostMortemIdAndSubmittedAt',
    query: { postMortemId: { eq: ctx.args.postMortemId } },
    scanIndexForward: false,
    // One is open at a time, and it is the latest.
    limit: 1,
  });
}

export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  for (const { decision, endedAt } of ctx.result?.items ?? []) {
    if (!decision && !endedAt) {
      util.error(
        'It is under review. Wait for the decision, or call the review off first: until then it stays where it is.',
        'UnderReview',
      );
    }
  }
  return null;
}
