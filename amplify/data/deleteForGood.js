import { util } from '@aws-appsync/utils';

/** Second step: deletes a post-mortem that lies in the bin, for whose it was. What belongs to it follows the stream. */
export function request(ctx) {
  if (!ctx.stash.isInBin) {
    util.error(
      'It is not among what you have deleted: it was restored, or is gone for good already.',
      'NotInBin',
    );
  }
  return {
    operation: 'DeleteItem',
    key: util.dynamodb.toMapValues({ id: ctx.args.postMortemId }),
    condition: {
      expression: '#owner = :binned',
      expressionNames: { '#owner': 'owner' },
      expressionValues: util.dynamodb.toMapValues({ ':binned': `bin:${ctx.identity.sub}` }),
    },
  };
}

export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result?.id ?? null;
}
