import { util } from '@aws-appsync/utils';

/** Second step: tells the others on the post-mortem that the caller is there. Nothing is stored. */
export function request(ctx) {
  const { postMortemId, page, name, place, isWriting, isLeaving } = ctx.args;
  // A foreign post-mortem answers as one that is not there: which it is, is nobody else's business.
  if (!ctx.stash.isNamed) {
    util.error('There is no such post-mortem, or it is not shared with you.', 'Unauthorized');
  }
  if (name.length > 320 || page.length > 64) {
    util.error('A name has at most 320 characters, and a page’s id 64.', 'InvalidPresence');
  }
  return {
    payload: {
      postMortemId,
      person: ctx.identity.sub,
      name,
      page,
      place,
      isWriting: isWriting === true,
      isLeaving: isLeaving === true,
      heardBy: ctx.stash.people,
    },
  };
}

export function response(ctx) {
  return ctx.result;
}
