import { util } from '@aws-appsync/utils';

/** `BIN_DAYS` of domain/postMortem/bin.ts, in seconds. */
const KEPT_SECONDS = 30 * 24 * 60 * 60;

/**
 * Third step: puts the post-mortem into the bin, for its owner. It becomes nobody's: its owner is `bin:` and their
 * id, which no token says, and its lists are empty; so every rule of the model refuses every operation, list and
 * subscription, those that are added later too. What it had is kept under names that the API does not know. One
 * write, and only if nobody has saved meanwhile: there is no moment in which it is half there. DynamoDB forgets it
 * after `goneAt`.
 */
export function request(ctx) {
  // A foreign post-mortem answers as one that is not there: which it is, is nobody else's business.
  if (ctx.stash.access !== 'owner') {
    util.error(
      'There is no such post-mortem among those you own. Only its owner deletes it.',
      'Unauthorized',
    );
  }
  // Of who names a revision it is that one: what was changed since they read it stays where it is.
  const revision = ctx.args.revision ?? ctx.stash.revision;
  const now = util.time.nowEpochMilliSeconds();
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ id: ctx.args.postMortemId }),
    update: {
      expression:
        'SET #keptEditors = if_not_exists(#editors, :nobody), #keptCommenters = if_not_exists(#commenters, :nobody), ' +
        '#keptReaders = if_not_exists(#readers, :nobody), #keptAudience = if_not_exists(#audience, :nobody), ' +
        '#keptUpdatedAt = #updatedAt, #owner = :binned, #editors = :nobody, #commenters = :nobody, ' +
        '#readers = :nobody, #audience = :nobody, #updatedAt = :now, #revision = :next, #goneAt = :goneAt',
      expressionNames: {
        '#keptEditors': 'keptEditors',
        '#keptCommenters': 'keptCommenters',
        '#keptReaders': 'keptReaders',
        '#keptAudience': 'keptAudience',
        '#keptUpdatedAt': 'keptUpdatedAt',
        '#editors': 'editors',
        '#commenters': 'commenters',
        '#readers': 'readers',
        '#audience': 'audience',
        '#updatedAt': 'updatedAt',
        '#goneAt': 'goneAt',
      },
      expressionValues: util.dynamodb.toMapValues({
        ':binned': `bin:${ctx.identity.sub}`,
        ':nobody': [],
        ':now': util.time.epochMilliSecondsToISO8601(now),
        ':goneAt': util.time.epochMilliSecondsToSeconds(now) + KEPT_SECONDS,
        // A save that is on its way finds another revision than it was written for.
        ':next': revision >= 2147483647 ? 1 : revision + 1,
      }),
    },
    condition: {
      expression: '#owner = :owner AND #revision = :revision',
      expressionNames: { '#owner': 'owner', '#revision': 'revision' },
      expressionValues: util.dynamodb.toMapValues({ ':owner': ctx.identity.sub, ':revision': revision }),
    },
  };
}

export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  if (!ctx.result?.goneAt) return null;
  const { id, title, severity, status, service, updatedAt, goneAt } = ctx.result;
  return {
    id,
    title,
    severity,
    status,
    service,
    deletedAt: updatedAt,
    goneAt: util.time.epochMilliSecondsToISO8601(goneAt * 1000),
  };
}
