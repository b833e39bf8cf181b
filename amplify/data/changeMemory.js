import { util } from '@aws-appsync/utils';

/** Other words for a memory, by whoever wrote it. */
export function request(ctx) {
  const { id, isTeams, kind, text } = ctx.args;
  const { sub, issuer } = ctx.identity;
  if (text.trim() === '') util.error('A memory needs words.', 'InvalidMemory');
  // LONGEST_MEMORY of domain/memory/memory.ts.
  if (text.length > 300) {
    util.error('A memory is one sentence: at most 300 characters.', 'InvalidMemory');
  }
  if (text.includes('\n') || text.includes('\r')) {
    util.error('A memory is one sentence: write it on one line.', 'InvalidMemory');
  }
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ whose: isTeams ? `team#${issuer}` : `person#${sub}`, id }),
    update: {
      expression: 'SET #text = :text, #kind = :kind, #updatedAt = :now',
      expressionNames: { '#text': 'text', '#kind': 'kind', '#updatedAt': 'updatedAt' },
      expressionValues: util.dynamodb.toMapValues({
        ':text': text.trim(),
        ':kind': kind,
        ':now': util.time.nowISO8601(),
      }),
    },
    condition: {
      expression: '#writer = :me',
      expressionNames: { '#writer': 'authorId' },
      expressionValues: util.dynamodb.toMapValues({ ':me': sub }),
    },
  };
}

export function response(ctx) {
  if (ctx.error && ctx.error.type === 'DynamoDB:ConditionalCheckFailedException') {
    util.error('There is no such memory of yours any more.', 'InvalidMemory');
  }
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { ...ctx.result, isTeams: ctx.args.isTeams };
}
