import { util } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';

/** Second step: the whole record of one's own that lies in the bin, as JSON. */
export function request(ctx) {
  if (!ctx.stash.isInBin) {
    util.error(
      'It is not among what you have deleted: it was restored, or is gone for good already.',
      'NotInBin',
    );
  }
  return get({ key: { id: ctx.args.postMortemId } });
}

export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result ? JSON.stringify(ctx.result) : null;
}
