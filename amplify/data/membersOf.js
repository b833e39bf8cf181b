import { runtime, util } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';

/** More people than a post-mortem can be shared with through the page. */
const MOST = 200;

/** Second step: whom the post-mortem is shared with, by name, for its owner and editors. */
export function request(ctx) {
  // A foreign post-mortem answers as one that is not there: which it is, is nobody else's business.
  if (!ctx.stash.mayEdit) return runtime.earlyReturn([]);
  return query({ query: { postMortemId: { eq: ctx.args.postMortemId } }, limit: MOST });
}

export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  // Records that are on their way out of the bin are nobody's.
  return (ctx.result?.items ?? []).filter(({ person }) => !person?.startsWith('bin:'));
}
