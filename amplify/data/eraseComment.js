import { util } from '@aws-appsync/utils';

/**
 * Empties one's own comment and takes one's name off it, so that nothing says whose it was. Who may do so is in the
 * comment itself: somebody whom a post-mortem is not shared with any more still has words there. It is not told to
 * those who listen, since that would answer with who they are.
 */
export function request(ctx) {
  const { postMortemId, id } = ctx.args;
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ postMortemId, id }),
    update: {
      expression:
        'SET #text = :empty, #quote = :empty, #before = :empty, #after = :empty, #author = :nobody, ' +
        '#deletedAt = if_not_exists(#deletedAt, :now), #updatedAt = :now REMOVE #authorId, #resolvedBy',
      expressionNames: {
        '#text': 'text',
        '#quote': 'quote',
        '#before': 'before',
        '#after': 'after',
        '#author': 'author',
        '#authorId': 'authorId',
        '#resolvedBy': 'resolvedBy',
        '#deletedAt': 'deletedAt',
        '#updatedAt': 'updatedAt',
      },
      expressionValues: util.dynamodb.toMapValues({
        ':empty': '',
        ':nobody': { id: 'erased', name: '' },
        ':now': util.time.nowISO8601(),
      }),
    },
    condition: {
      expression: '#author.#id = :me',
      expressionNames: { '#author': 'author', '#id': 'id' },
      expressionValues: util.dynamodb.toMapValues({ ':me': ctx.identity.sub }),
    },
  };
}

export function response(ctx) {
  // Erased before, or gone with its post-mortem: what was asked for is so.
  if (ctx.error && ctx.error.type === 'DynamoDB:ConditionalCheckFailedException') return null;
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.args.id;
}
