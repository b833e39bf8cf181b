import { util } from '@aws-appsync/utils';

/**
 * Second step: takes the post-mortem out of the bin, for whose it was, with everybody whom it was shared with and
 * in one write. Not after its time, also where DynamoDB has not come to it yet.
 * What was in review comes back as a draft, for those it was shared with by name: its review could have ended while
 * it lay here, and nobody would take back that every colleague reads it.
 */
export function request(ctx) {
  if (!ctx.stash.isInBin) {
    util.error(
      'It is not among what you have deleted: it was restored already, or is gone for good.',
      'NotInBin',
    );
  }
  const { revision } = ctx.stash;
  const { sub } = ctx.identity;
  const wasInReview = ctx.stash.status === 'IN_REVIEW';
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ id: ctx.args.postMortemId }),
    update: {
      expression:
        'SET #owner = :owner, #editors = #keptEditors, #commenters = #keptCommenters, #readers = #keptReaders, ' +
        (wasInReview ? '#audience = :nobody, #status = :draft, ' : '#audience = #keptAudience, ') +
        '#updatedAt = #keptUpdatedAt, #revision = :next ' +
        'REMOVE #keptEditors, #keptCommenters, #keptReaders, #keptAudience, #keptUpdatedAt, #goneAt',
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
        ...(wasInReview ? { '#status': 'status' } : {}),
      },
      expressionValues: util.dynamodb.toMapValues({
        ':owner': sub,
        ':next': revision >= 2147483647 ? 1 : revision + 1,
        ...(wasInReview ? { ':nobody': [], ':draft': 'DRAFT' } : {}),
      }),
    },
    condition: {
      expression: '#owner = :binned AND #revision = :revision AND #goneAt > :now',
      expressionNames: { '#owner': 'owner', '#revision': 'revision', '#goneAt': 'goneAt' },
      expressionValues: util.dynamodb.toMapValues({
        ':binned': `bin:${sub}`,
        ':revision': revision,
        ':now': util.time.nowEpochSeconds(),
      }),
    },
  };
}

export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result;
}
