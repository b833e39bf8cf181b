import { util } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';

/** Comments in an answer, at most: with the longest texts they stay within the megabyte that a query reads. */
const MOST = 200;

/** What the caller has said, the oldest first, whatever they may still read: their words are theirs. */
export function request(ctx) {
  return query({
    index: 'commentsByAuthor',
    query: { authorId: { eq: ctx.identity.sub } },
    limit: MOST,
    nextToken: ctx.args.nextToken,
  });
}

export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { items: ctx.result?.items ?? [], nextToken: ctx.result?.nextToken ?? null };
}
