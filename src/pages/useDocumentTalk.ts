import { isSectionId } from '../../domain/sections';
import type { SignedInUser } from '../data/types';
import { type Talk, useTalk } from '../features/comments/useTalk';
import { mayEdit } from '../features/editor/access';
import type { WritingState } from '../features/editor/writingState';

/**
 * The conversation on a document, for those it is shared with by name: who only reads what is published takes no
 * part in it.
 */
export function useDocumentTalk(
  postMortemId: string,
  state: WritingState,
  user: SignedInUser,
  onSessionExpired: () => void,
): Talk {
  const { content, revision, owner, editors, commenters, readers } = state;
  const others = [...editors, ...commenters, ...readers];
  const isWriter = mayEdit(state, user.id);
  return useTalk({
    postMortemId,
    user,
    isOpen: revision > 0 && (owner === user.id || others.includes(user.id)),
    isShared: others.length > 0,
    mayComment: isWriter || commenters.includes(user.id),
    mayResolve: isWriter,
    textOf: (place) => (isSectionId(place) ? content[place] : null),
    onSessionExpired,
  });
}
