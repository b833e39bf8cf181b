import { useServices } from '../data/services';
import type { SignedInUser } from '../data/types';
import { mayEdit } from '../features/editor/access';
import type { WritingSession } from '../features/editor/writingSession';
import type { WritingState } from '../features/editor/writingState';
import { type Reviews, useReviews } from '../features/humanReview/useReviews';
import { useTheme } from '../theme/ThemeProvider';

/** The reviews of a document by people, for all who may open it: the server says which of them they see. */
export function useDocumentReviews(
  session: WritingSession,
  state: WritingState,
  user: SignedInUser,
  onSessionExpired: () => void,
): Reviews {
  const { postMortems } = useServices();
  const { theme } = useTheme();
  return useReviews({
    document: session,
    content: state.content,
    owner: state.owner,
    isPrivate: state.isPrivate,
    mayWrite: mayEdit(state, user.id),
    user,
    theme,
    members: () => postMortems.members(session.id),
    isStored: state.revision > 0,
    statusAt: state.statusAt,
    onSessionExpired,
  });
}
