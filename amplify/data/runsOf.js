import { runtime, util } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';

/** How many runs are read at most, the latest first. A page shows the latest of each section. */
const MOST = 40;

/** Second step: the runs of the post-mortem, whoever started them, for those who may edit it. */
export function request(ctx) {
  // A foreign post-mortem answers as one that is not there: which it is, is nobody else's business.
  if (!ctx.stash.mayEdit) return runtime.earlyReturn([]);
  return query({
    index: 'enhancementsByPostMortemIdAndStartedAt',
    query: { postMortemId: { eq: ctx.args.postMortemId } },
    scanIndexForward: false,
    limit: MOST,
  });
}

export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result?.items ?? [];
}
