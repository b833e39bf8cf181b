import { extensions, util } from '@aws-appsync/utils';

/**
 * Second step of a subscription: lets those in whom the post-mortem is shared with by name, and from then on only
 * what was for them when it happened. Each change carries whom it is for, read from the post-mortem at that moment,
 * so that somebody who is taken off its lists hears nothing more, however long the connection lasts.
 */
export function request(ctx) {
  // Of a type of its own: by "Unauthorized" the client takes its token for spent, and begins all others anew.
  if (!ctx.stash.isNamed)
    util.error('There is no such post-mortem, or it is not shared with you.', 'NotShared');
  return { payload: null };
}

export function response(ctx) {
  extensions.setSubscriptionFilter(
    util.transform.toSubscriptionFilter({
      postMortemId: { eq: ctx.args.postMortemId },
      heardBy: { contains: ctx.identity.sub },
    }),
  );
  return null;
}
