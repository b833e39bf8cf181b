import { COMMENT, type Comment } from '../../../domain/comments/comment';
import { PRESENCE, type Presence } from '../../../domain/comments/presence';
import { selectionOf } from '../../../domain/shape';
import type { TalkServices } from '../talk';
import type { SignedInUser } from '../types';
import { requestRecord } from './graphql';
import { listenTo } from './live';

const COMMENT_FIELDS = selectionOf(COMMENT);
/** The subscription asks who each change is for: what a mutation does not select is not told to anybody. */
const TOLD = `${COMMENT_FIELDS} heardBy`;

const COMMENTS_OF_POST_MORTEM = `query CommentsOfPostMortem($postMortemId: ID!, $nextToken: String) {
  commentsOfPostMortem(postMortemId: $postMortemId, nextToken: $nextToken) {
    items { ${COMMENT_FIELDS} } nextToken
  }
}`;
const ADD_COMMENT = `mutation AddComment(
  $postMortemId: ID!, $id: ID!, $threadId: ID, $place: CommentPlace!,
  $quote: String, $before: String, $after: String, $text: String!, $name: String!
) {
  addComment(
    postMortemId: $postMortemId, id: $id, threadId: $threadId, place: $place,
    quote: $quote, before: $before, after: $after, text: $text, name: $name
  ) { ${TOLD} }
}`;
const EDIT_COMMENT = `mutation EditComment($postMortemId: ID!, $id: ID!, $text: String!) {
  editComment(postMortemId: $postMortemId, id: $id, text: $text) { ${TOLD} }
}`;
const RESOLVE_THREAD = `mutation ResolveThread($postMortemId: ID!, $id: ID!, $isResolved: Boolean!, $name: String!) {
  resolveThread(postMortemId: $postMortemId, id: $id, isResolved: $isResolved, name: $name) { ${TOLD} }
}`;
const DELETE_COMMENT = `mutation DeleteComment($postMortemId: ID!, $id: ID!) {
  deleteComment(postMortemId: $postMortemId, id: $id) { ${TOLD} }
}`;
const ON_COMMENT_CHANGED = `subscription OnCommentChanged($postMortemId: ID!) {
  onCommentChanged(postMortemId: $postMortemId) { ${COMMENT_FIELDS} }
}`;

const ANNOUNCE_PRESENCE = `mutation AnnouncePresence(
  $postMortemId: ID!, $page: ID!, $name: String!, $place: CommentPlace,
  $isWriting: Boolean, $isLeaving: Boolean
) {
  announcePresence(
    postMortemId: $postMortemId, page: $page, name: $name, place: $place,
    isWriting: $isWriting, isLeaving: $isLeaving
  ) { postMortemId ${selectionOf(PRESENCE)} heardBy }
}`;
const ON_PRESENCE = `subscription OnPresence($postMortemId: ID!) {
  onPresence(postMortemId: $postMortemId) { ${selectionOf(PRESENCE)} }
}`;

interface Page {
  items: Comment[];
  nextToken: string | null;
}

/** Comments and presence behind the Amplify data client, for the person who writes and is there. */
export const amplifyTalk = ({ name }: SignedInUser): TalkServices => ({
  comments: {
    async of(postMortemId) {
      const comments: Comment[] = [];
      let nextToken: string | null = null;
      do {
        const variables = { postMortemId, nextToken };
        const page: Page = await requestRecord<Page>(COMMENTS_OF_POST_MORTEM, variables, { postMortemId });
        comments.push(...page.items);
        nextToken = page.nextToken;
      } while (nextToken);
      return comments;
    },

    add: ({ quote, ...comment }) =>
      requestRecord<Comment>(ADD_COMMENT, { ...comment, ...quote, name }, comment),

    edit: (postMortemId, id, text) =>
      requestRecord<Comment>(EDIT_COMMENT, { postMortemId, id, text }, { postMortemId }),

    resolve: (postMortemId, id, isResolved) =>
      requestRecord<Comment>(RESOLVE_THREAD, { postMortemId, id, isResolved, name }, { postMortemId }),

    delete: (postMortemId, id) =>
      requestRecord<Comment>(DELETE_COMMENT, { postMortemId, id }, { postMortemId }),

    watch: (postMortemId, watcher) => listenTo(ON_COMMENT_CHANGED, { postMortemId }, watcher),
  },

  presence: {
    async announce(postMortemId, self) {
      await requestRecord<Presence>(ANNOUNCE_PRESENCE, { postMortemId, name, ...self }, { postMortemId });
    },
    watch: (postMortemId, watcher) => listenTo(ON_PRESENCE, { postMortemId }, watcher),
  },
});
