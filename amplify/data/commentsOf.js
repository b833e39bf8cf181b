import { runtime, util } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';

/** Comments in an answer, at most: with the longest texts they stay within the megabyte that a query reads. */
const MOST = 200;

/** Second step: a page of the comments, the oldest first, for those the post-mortem is shared with by name. */
export function request(ctx) {
  // A foreign post-mortem answers as one that is not there: which it is, is nobody else's business.
  if (!ctx.stash.isNamed) return runtime.earlyReturn({ items: [], nextToken: null });
  return query({
    index: 'commentsByPostMortemIdAndCreatedAt',
    query: { postMortemId: { eq: ctx.args.postMortemId } },
    limit: MOST,
    nextToken: ctx.args.nextToken,
  });
}

export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { items: ctx.result?.items ?? [], nextToken: ctx.result?.nextToken ?? null };
}
