import { runtime, util } from '@aws-appsync/utils';

/** Comments in a thread, at most, the first one included. `domain/comments` says the same to the page. */
const MOST = 500;

/**
 * Second step of a comment: refuses who may not write one and what is too long, and where it is a reply counts it
 * at what begins the thread, which must be there, of the same post-mortem, and not full.
 */
export function request(ctx) {
  const { postMortemId, threadId, text, quote, before, after, name } = ctx.args;
  // A foreign post-mortem answers as one that is not there: which it is, is nobody else's business.
  if (!ctx.stash.mayComment) {
    util.error('There is no such post-mortem, or you may not comment on it.', 'Unauthorized');
  }
  if (text.trim() === '') util.error('A comment needs words.', 'InvalidComment');
  if (text.length > 5000) {
    util.error(`A comment has at most 5000 characters, and this one has ${text.length}.`, 'InvalidComment');
  }
  if ((quote ?? '').length > 1000 || (before ?? '').length > 100 || (after ?? '').length > 100) {
    util.error('A quote has at most 1000 characters, and 100 on either side of it.', 'InvalidComment');
  }
  if (name.length > 320) util.error('A name has at most 320 characters.', 'InvalidComment');
  if (!threadId) return runtime.earlyReturn(null);
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ postMortemId, id: threadId }),
    update: {
      expression: 'ADD #replies :one',
      expressionNames: { '#replies': 'replies' },
      expressionValues: util.dynamodb.toMapValues({ ':one': 1 }),
    },
    condition: {
      expression:
        'attribute_exists(#id) AND attribute_not_exists(#threadId) AND ' +
        '(attribute_not_exists(#count) OR #count < :most)',
      expressionNames: { '#id': 'id', '#threadId': 'threadId', '#count': 'replies' },
      expressionValues: util.dynamodb.toMapValues({ ':most': MOST - 1 }),
    },
  };
}

export function response(ctx) {
  if (ctx.error && ctx.error.type === 'DynamoDB:ConditionalCheckFailedException') {
    util.error(
      `There is no such thread any more, or it has ${MOST} comments already. Begin a new one.`,
      'InvalidComment',
    );
  }
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return null;
}
