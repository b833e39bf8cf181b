import { util } from '@aws-appsync/utils';

/**
 * Third step: writes the comment, with its author by the token and its time by the server's clock. Whatever is
 * there under that id stays: sent a second time by its author it answers what is stored, and nobody overwrites
 * another one's.
 */
export function request(ctx) {
  const { postMortemId, id, threadId, place, quote, before, after, text, name } = ctx.args;
  const { sub } = ctx.identity;
  const now = util.time.nowISO8601();
  const fields = {
    __typename: 'Comment',
    place,
    text,
    author: { id: sub, name },
    authorId: sub,
    createdAt: now,
    updatedAt: now,
    ...(threadId ? { threadId } : {}),
    ...(quote ? { quote, before: before ?? '', after: after ?? '' } : {}),
  };
  const expressionNames = {};
  const values = {};
  for (const field of Object.keys(fields)) {
    expressionNames[`#${field}`] = field;
    values[`:${field}`] = fields[field];
  }
  const kept = Object.keys(fields).map((field) => `#${field} = if_not_exists(#${field}, :${field})`);
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ postMortemId, id }),
    update: {
      expression: `SET ${kept.join(', ')}`,
      expressionNames,
      expressionValues: util.dynamodb.toMapValues(values),
    },
    condition: {
      expression: 'attribute_not_exists(#key) OR #writer.#key = :me',
      expressionNames: { '#key': 'id', '#writer': 'author' },
      expressionValues: util.dynamodb.toMapValues({ ':me': sub }),
    },
  };
}

export function response(ctx) {
  if (ctx.error && ctx.error.type === 'DynamoDB:ConditionalCheckFailedException') {
    util.error('Another comment has that id.', 'InvalidComment');
  }
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { ...ctx.result, heardBy: ctx.stash.people };
}
