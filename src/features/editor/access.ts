import type { PostMortem } from '../../../domain/postMortem';

/** Who may do what with a document, and who moved it to its status, and when. */
export type Access = Readonly<
  Pick<PostMortem, 'owner' | 'editors' | 'commenters' | 'readers' | 'isPrivate' | 'statusBy' | 'statusAt'>
>;

/** What of a stored document says who may do what. */
export const accessOf = ({
  owner,
  editors,
  commenters,
  readers,
  isPrivate,
  statusBy,
  statusAt,
}: PostMortem): Access => ({
  owner,
  editors,
  commenters,
  readers,
  isPrivate,
  statusBy,
  statusAt,
});

/** Of a document that the server has not seen. */
export const nobodyElse = (owner: string): Access => ({
  owner,
  editors: [],
  commenters: [],
  readers: [],
  isPrivate: false,
  statusBy: null,
  statusAt: null,
});

/** What somebody may do with a document at most: readers of a published one are on none of its lists. */
export function mayEdit({ owner, editors }: Pick<Access, 'owner' | 'editors'>, userId: string): boolean {
  return owner === userId || editors.includes(userId);
}
