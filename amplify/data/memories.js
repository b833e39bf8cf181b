import { util } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';

/** Memories in an answer, at most: with the longest words they stay within the megabyte that a query reads. */
const MOST = 500;

/** The caller's own, or their team's, changed last first. */
export function request(ctx) {
  const { isTeams, nextToken } = ctx.args;
  const { sub, issuer } = ctx.identity;
  return query({
    index: 'memoriesByWhose',
    query: { whose: { eq: isTeams ? `team#${issuer}` : `person#${sub}` } },
    scanIndexForward: false,
    limit: MOST,
    nextToken,
  });
}

export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const items = (ctx.result?.items ?? []).map((one) => ({ ...one, isTeams: ctx.args.isTeams }));
  return { items, nextToken: ctx.result?.nextToken ?? null };
}
