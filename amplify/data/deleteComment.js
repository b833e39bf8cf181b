import { util } from '@aws-appsync/utils';

/**
 * Second step: empties one's own comment. Its place stays, so that the replies to it keep theirs. The text becomes
 * empty and does not go, because what is sent a second time must not bring it back.
 */
export function request(ctx) {
  const { postMortemId, id } = ctx.args;
  // A foreign post-mortem answers as one that is not there: which it is, is nobody else's business.
  if (!ctx.stash.mayComment) {
    util.error('There is no such post-mortem, or you may not comment on it.', 'Unauthorized');
  }
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ postMortemId, id }),
    update: {
      expression:
        'SET #text = :empty, #quote = :empty, #before = :empty, #after = :empty, ' +
        '#deletedAt = :now, #updatedAt = :now',
      expressionNames: {
        '#text': 'text',
        '#quote': 'quote',
        '#before': 'before',
        '#after': 'after',
        '#deletedAt': 'deletedAt',
        '#updatedAt': 'updatedAt',
      },
      expressionValues: util.dynamodb.toMapValues({ ':empty': '', ':now': util.time.nowISO8601() }),
    },
    condition: {
      expression: '#author.#id = :me',
      expressionNames: { '#author': 'author', '#id': 'id' },
      expressionValues: util.dynamodb.toMapValues({ ':me': ctx.identity.sub }),
    },
  };
}

export function response(ctx) {
  if (ctx.error && ctx.error.type === 'DynamoDB:ConditionalCheckFailedException') {
    util.error('There is no such comment of yours any more.', 'InvalidComment');
  }
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { ...ctx.result, heardBy: ctx.stash.people };
}
