import { util } from '@aws-appsync/utils';

/** Second step: other words for one's own comment, as long as it is there and one may still comment. */
export function request(ctx) {
  const { postMortemId, id, text } = ctx.args;
  // A foreign post-mortem answers as one that is not there: which it is, is nobody else's business.
  if (!ctx.stash.mayComment) {
    util.error('There is no such post-mortem, or you may not comment on it.', 'Unauthorized');
  }
  if (text.trim() === '') util.error('A comment needs words.', 'InvalidComment');
  if (text.length > 5000) {
    util.error(`A comment has at most 5000 characters, and this one has ${text.length}.`, 'InvalidComment');
  }
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ postMortemId, id }),
    update: {
      expression: 'SET #text = :text, #editedAt = :now, #updatedAt = :now',
      expressionNames: { '#text': 'text', '#editedAt': 'editedAt', '#updatedAt': 'updatedAt' },
      expressionValues: util.dynamodb.toMapValues({ ':text': text, ':now': util.time.nowISO8601() }),
    },
    condition: {
      expression: '#author.#id = :me AND attribute_not_exists(#deletedAt)',
      expressionNames: { '#author': 'author', '#id': 'id', '#deletedAt': 'deletedAt' },
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
