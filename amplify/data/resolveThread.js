import { util } from '@aws-appsync/utils';

/**
 * Second step: marks the comment that begins a thread as done with, or not any more. Owner and editors do that to
 * every thread, commenters to those that they began.
 */
export function request(ctx) {
  const { postMortemId, id, isResolved, name } = ctx.args;
  const { sub } = ctx.identity;
  // A foreign post-mortem answers as one that is not there: which it is, is nobody else's business.
  if (!ctx.stash.mayComment) {
    util.error('There is no such post-mortem, or you may not comment on it.', 'Unauthorized');
  }
  if (name.length > 320) util.error('A name has at most 320 characters.', 'InvalidComment');
  const now = util.time.nowISO8601();
  const begins = 'attribute_exists(#id) AND attribute_not_exists(#threadId)';
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ postMortemId, id }),
    update: {
      expression: isResolved
        ? 'SET #resolvedAt = :now, #resolvedBy = :by, #updatedAt = :now'
        : 'SET #updatedAt = :now REMOVE #resolvedAt, #resolvedBy',
      expressionNames: {
        '#resolvedAt': 'resolvedAt',
        '#resolvedBy': 'resolvedBy',
        '#updatedAt': 'updatedAt',
      },
      expressionValues: util.dynamodb.toMapValues({
        ':now': now,
        ...(isResolved ? { ':by': { id: sub, name } } : {}),
      }),
    },
    condition: {
      expression: ctx.stash.mayEdit ? begins : `${begins} AND #author.#id = :me`,
      expressionNames: {
        '#id': 'id',
        '#threadId': 'threadId',
        ...(ctx.stash.mayEdit ? {} : { '#author': 'author' }),
      },
      expressionValues: util.dynamodb.toMapValues(ctx.stash.mayEdit ? {} : { ':me': sub }),
    },
  };
}

export function response(ctx) {
  if (ctx.error && ctx.error.type === 'DynamoDB:ConditionalCheckFailedException') {
    util.error(
      'There is no such thread, or it is for its author, the owner and the editors to resolve.',
      'InvalidComment',
    );
  }
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { ...ctx.result, heardBy: ctx.stash.people };
}
