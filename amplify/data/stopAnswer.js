import { util } from '@aws-appsync/utils';

/** Ends an answer of the caller's that is still coming. The function that writes it hears of it at its next sentence. */
export function request(ctx) {
  const now = util.time.nowISO8601();
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ id: ctx.args.id }),
    update: {
      expression: 'SET #status = :stopped, #finishedAt = :now, #updatedAt = :now',
      expressionNames: { '#status': 'status', '#finishedAt': 'finishedAt', '#updatedAt': 'updatedAt' },
      expressionValues: util.dynamodb.toMapValues({ ':stopped': 'STOPPED', ':now': now }),
    },
    condition: {
      expression: '#owner = :owner AND #status = :running',
      expressionNames: { '#owner': 'owner', '#status': 'status' },
      expressionValues: util.dynamodb.toMapValues({ ':owner': ctx.identity.sub, ':running': 'RUNNING' }),
    },
  };
}

export function response(ctx) {
  // One that has ended, is gone or is somebody else's: which it is, is nobody else's business.
  if (ctx.error && ctx.error.type === 'DynamoDB:ConditionalCheckFailedException') {
    util.error('There is no answer of yours that is still coming.', 'NotRunning');
  }
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result;
}
