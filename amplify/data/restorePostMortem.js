import { util } from '@aws-appsync/utils';

/**
 * Second step: takes the post-mortem out of the bin, for whose it was, with everybody whom it was shared with and
 * in one write. Not after its time, also where DynamoDB has not come to it yet.
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
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ id: ctx.args.postMortemId }),
    update: {
      expression:
        'SET #owner = :owner, #editors = #keptEditors, #commenters = #keptCommenters, #readers = #keptReaders, ' +
        '#audience = #keptAudience, #updatedAt = #keptUpdatedAt, #revision = :next ' +
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
      },
      expressionValues: util.dynamodb.toMapValues({
        ':owner': sub,
        ':next': revision >= 2147483647 ? 1 : revision + 1,
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
