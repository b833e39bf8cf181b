import { util } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';

/**
 * First step of a pipeline: finds out what the caller may do with the post-mortem asked for. Leaves `access`
 * (`owner`, `editor`, `commenter`, `reader`, or nothing) and what else later steps decide by. `people` are all it
 * is shared with by name, and `isNamed` says whether the caller is one of them: who only reads what is published
 * is a reader and is not.
 */
export function request(ctx) {
  return get({ key: { id: ctx.args.postMortemId } });
}

export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const { owner, editors, commenters, readers, audience, isPrivate, status, revision } = ctx.result ?? {};
  const { sub, issuer } = ctx.identity;
  const has = (people) => (people ?? []).includes(sub);
  let access = '';
  if (has(readers) || (audience ?? []).includes(issuer)) access = 'reader';
  if (has(commenters)) access = 'commenter';
  if (has(editors)) access = 'editor';
  if (owner === sub) access = 'owner';
  ctx.stash.access = access;
  ctx.stash.mayEdit = access === 'editor' || access === 'owner';
  ctx.stash.mayComment = access === 'commenter' || ctx.stash.mayEdit;
  const people = [...(owner ? [owner] : []), ...(editors ?? []), ...(commenters ?? []), ...(readers ?? [])];
  ctx.stash.people = people;
  ctx.stash.isNamed = people.includes(sub);
  ctx.stash.isPrivate = isPrivate === true;
  ctx.stash.status = status;
  ctx.stash.revision = revision ?? 0;
  // What lies in the bin is nobody's; whose it was may bring it back.
  ctx.stash.isInBin = owner === `bin:${sub}`;
  return null;
}
