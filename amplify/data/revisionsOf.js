import { runtime, util } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';

/** Saves in an answer, at most; a long document's answer ends earlier, with the megabyte that a query reads. */
const MOST = 100;

/** Second step: a page of the saves of the post-mortem, the latest first, for those who may edit it. */
export function request(ctx) {
  // A foreign post-mortem answers as one that is not there: which it is, is nobody else's business.
  // Whoever takes their data along takes along what lies in their bin too.
  if (!ctx.stash.mayEdit && !ctx.stash.isInBin) return runtime.earlyReturn({ items: [], nextToken: null });
  return query({
    query: { postMortemId: { eq: ctx.args.postMortemId } },
    scanIndexForward: false,
    limit: MOST,
    nextToken: ctx.args.nextToken,
  });
}

export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { items: ctx.result?.items ?? [], nextToken: ctx.result?.nextToken ?? null };
}
