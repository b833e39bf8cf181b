import { util } from '@aws-appsync/utils';

/** Deleted post-mortems in an answer, at most. */
const MOST = 100;
/** `BIN_DAYS` of domain/postMortem/bin.ts, in milliseconds. */
const KEPT = 30 * 24 * 60 * 60 * 1000;

/** What the caller has deleted and can still bring back, the latest first: from the index of listings. */
export function request(ctx) {
  const since = util.time.nowEpochMilliSeconds() - KEPT;
  return {
    operation: 'Query',
    index: 'listingsByOwner',
    query: {
      // In the bin `updatedAt` is when it was put there. What is past its time may wait for DynamoDB to come to it.
      expression: '#owner = :binned AND #updatedAt > :since',
      expressionNames: { '#owner': 'owner', '#updatedAt': 'updatedAt' },
      expressionValues: util.dynamodb.toMapValues({
        ':binned': `bin:${ctx.identity.sub}`,
        ':since': util.time.epochMilliSecondsToISO8601(since),
      }),
    },
    scanIndexForward: false,
    limit: MOST,
    nextToken: ctx.args.nextToken,
  };
}

export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const found = (ctx.result?.items ?? []).filter(({ updatedAt }) => !!updatedAt);
  const items = found.map(({ id, title, severity, status, service, updatedAt }) => ({
    id,
    title,
    severity,
    status,
    service,
    deletedAt: updatedAt,
    goneAt: util.time.epochMilliSecondsToISO8601(util.time.parseISO8601ToEpochMilliSeconds(updatedAt) + KEPT),
  }));
  return { items, nextToken: ctx.result?.nextToken ?? null };
}
