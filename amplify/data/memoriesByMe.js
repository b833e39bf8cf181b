import { util } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';

/** Memories in an answer, at most. */
const MOST = 500;

/** What the caller has written, for themselves and for the team, the oldest first. */
export function request(ctx) {
  return query({
    index: 'memoriesByAuthor',
    query: { authorId: { eq: ctx.identity.sub } },
    limit: MOST,
    nextToken: ctx.args.nextToken,
  });
}

export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const items = (ctx.result?.items ?? []).map((one) => ({ ...one, isTeams: one.whose.startsWith('team#') }));
  return { items, nextToken: ctx.result?.nextToken ?? null };
}
