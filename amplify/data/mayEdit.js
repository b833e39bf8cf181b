import { util } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';

/** First step of a pipeline: finds out whether the caller is owner or editor of the post-mortem asked for. */
export function request(ctx) {
  return get({ key: { id: ctx.args.postMortemId } });
}

export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const { owner, editors } = ctx.result ?? {};
  const { sub } = ctx.identity;
  ctx.stash.mayEdit = owner === sub || (editors ?? []).includes(sub);
  return null;
}
