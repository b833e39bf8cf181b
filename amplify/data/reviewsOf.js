import { runtime, util } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';

/** How many reviews are read at most, the latest first: more than any document has had. */
const MOST = 20;

/**
 * Second step: the reviews of a post-mortem, for those it is shared with. Whoever reads it only because every
 * colleague may sees a review that any colleague may decide on, and what they have decided themselves.
 */
export function request(ctx) {
  // A foreign post-mortem answers as one that is not there: which it is, is nobody else's business.
  if (!ctx.stash.access) return runtime.earlyReturn([]);
  return query({
    index: 'reviewsByPostMortemIdAndSubmittedAt',
    query: { postMortemId: { eq: ctx.args.postMortemId } },
    scanIndexForward: false,
    limit: MOST,
  });
}

export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const reviews = [];
  for (const review of ctx.result?.items ?? []) {
    const isOpenToAll = (review.reviewers ?? []).length === 0 && !review.decision && !review.endedAt;
    const isTheirs = review.decision?.by?.id === ctx.identity.sub;
    if (!ctx.stash.isNamed && !isOpenToAll && !isTheirs) continue;
    const sent = review.sent ?? {};
    reviews.push({ ...review, deliveries: Object.keys(sent).map((key) => sent[key]) });
  }
  return reviews;
}
