import { util } from '@aws-appsync/utils';

/** Forgets a memory, by whoever wrote it; answers it, so that the page can offer to take that back. */
export function request(ctx) {
  const { id, isTeams } = ctx.args;
  const { sub, issuer } = ctx.identity;
  return {
    operation: 'DeleteItem',
    key: util.dynamodb.toMapValues({ whose: isTeams ? `team#${issuer}` : `person#${sub}`, id }),
    condition: {
      expression: 'attribute_not_exists(#key) OR #writer = :me',
      expressionNames: { '#key': 'id', '#writer': 'authorId' },
      expressionValues: util.dynamodb.toMapValues({ ':me': sub }),
    },
  };
}

export function response(ctx) {
  if (ctx.error && ctx.error.type === 'DynamoDB:ConditionalCheckFailedException') {
    util.error('There is no such memory of yours.', 'InvalidMemory');
  }
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result ? { ...ctx.result, isTeams: ctx.args.isTeams } : null;
}
