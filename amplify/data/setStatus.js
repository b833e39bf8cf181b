import { util } from '@aws-appsync/utils';

/**
 * Third step: writes the status, who set it and when, and the audience that follows from it, in one write and
 * only if nobody has saved meanwhile. Everybody whose token comes from the same user pool reads what is published
 * and not private.
 */
export function request(ctx) {
  const { postMortemId, revision, status, name } = ctx.args;
  // A foreign post-mortem answers as one that is not there: which it is, is nobody else's business.
  if (!ctx.stash.mayEdit) util.error('There is no such post-mortem, or you may not edit it.', 'Unauthorized');
  const asked = ctx.args.isPrivate ?? ctx.stash.isPrivate;
  if (asked !== ctx.stash.isPrivate && ctx.stash.access !== 'owner') {
    util.error('Only its owner says whether a post-mortem is private.', 'Unauthorized');
  }
  if (status === 'WITHDRAWN' && ctx.stash.status !== 'PUBLISHED' && ctx.stash.status !== 'WITHDRAWN') {
    util.error('Only what is published can be withdrawn.', 'InvalidStatus');
  }
  const now = util.time.nowISO8601();
  const audience = status === 'PUBLISHED' && !asked ? [ctx.identity.issuer] : [];
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ id: postMortemId }),
    update: {
      expression:
        'SET #status = :status, #isPrivate = :isPrivate, #audience = :audience, #statusBy = :statusBy, ' +
        '#statusAt = :now, #updatedAt = :now, #revision = :next',
      expressionNames: {
        '#status': 'status',
        '#isPrivate': 'isPrivate',
        '#audience': 'audience',
        '#statusBy': 'statusBy',
        '#statusAt': 'statusAt',
        '#updatedAt': 'updatedAt',
        '#revision': 'revision',
      },
      expressionValues: util.dynamodb.toMapValues({
        ':status': status,
        ':isPrivate': asked,
        ':audience': audience,
        ':statusBy': { id: ctx.identity.sub, name: name ?? '' },
        ':now': now,
        ':next': revision >= 2147483647 ? 1 : revision + 1,
      }),
    },
    condition: {
      expression: '#revision = :revision',
      expressionNames: { '#revision': 'revision' },
      expressionValues: util.dynamodb.toMapValues({ ':revision': revision }),
    },
  };
}

export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result;
}
