import { util } from '@aws-appsync/utils';

/**
 * Writes a memory with its author by the token and its time by the server's clock. Whatever is there under that id
 * stays: sent a second time by its author it answers what is stored.
 */
export function request(ctx) {
  const { id, isTeams, kind, text, how, words, conversationId, postMortemId, name } = ctx.args;
  const { sub, issuer } = ctx.identity;
  if (text.trim() === '') util.error('A memory needs words.', 'InvalidMemory');
  // LONGEST_MEMORY and LONGEST_WORDS of domain/memory/memory.ts.
  if (text.length > 300) {
    util.error('A memory is one sentence: at most 300 characters.', 'InvalidMemory');
  }
  if (text.includes('\n') || text.includes('\r')) {
    util.error('A memory is one sentence: write it on one line.', 'InvalidMemory');
  }
  if (words.length > 500) util.error('The words it is made of have at most 500 characters.', 'InvalidMemory');
  if (id === '' || id.length > 64) util.error('An id has 1 to 64 characters.', 'InvalidMemory');
  if (name.length > 320) util.error('A name has at most 320 characters.', 'InvalidMemory');
  const now = util.time.nowISO8601();
  const fields = {
    __typename: 'Memory',
    kind,
    text: text.trim(),
    how,
    words,
    author: { id: sub, name },
    authorId: sub,
    createdAt: now,
    updatedAt: now,
    ...(conversationId ? { conversationId } : {}),
    ...(postMortemId ? { postMortemId } : {}),
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
    key: util.dynamodb.toMapValues({ whose: isTeams ? `team#${issuer}` : `person#${sub}`, id }),
    update: {
      expression: `SET ${kept.join(', ')}`,
      expressionNames,
      expressionValues: util.dynamodb.toMapValues(values),
    },
    condition: {
      expression: 'attribute_not_exists(#key) OR #writer = :me',
      expressionNames: { '#key': 'id', '#writer': 'authorId' },
      expressionValues: util.dynamodb.toMapValues({ ':me': sub }),
    },
  };
}

export function response(ctx) {
  if (ctx.error && ctx.error.type === 'DynamoDB:ConditionalCheckFailedException') {
    util.error('Another memory has that id.', 'InvalidMemory');
  }
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { ...ctx.result, isTeams: ctx.args.isTeams };
}
