import { ARCHIVE_ANSWER } from '../../../domain/archive/answerRecord';
import { COMMENT, type Comment } from '../../../domain/comments/comment';
import { SHOWN_RUN } from '../../../domain/enhancement/runShape';
import { MEMORY } from '../../../domain/memory/memory';
import type { Stored } from '../../../domain/postMortem/stored';
import { selectionOf } from '../../../domain/shape';
import { TEAM } from '../../../domain/teamTemplates';
import { say } from '../../language/say';
import { NotFoundOrNotYoursError } from '../errors';
import type { OwnDataStore } from '../ownData';
import type { ShownReview } from '../reviews';
import { amplifyConversations } from './conversationStore';
import { request, requestPage, requestRecord } from './graphql';

/** Only ids: a record that breaks the schema is found, counted and erased like any other. */
const OWNED = `query Owned($of: String!, $filter: ModelPostMortemFilterInput, $nextToken: String) {
  listingsByOwner(owner: $of, filter: $filter, limit: 1000, nextToken: $nextToken) { items { id } nextToken }
}`;
const RUNS = `query OwnRuns($of: ID!, $nextToken: String) {
  enhancementsByPostMortem(postMortemId: $of, limit: 50, nextToken: $nextToken) {
    items { ${selectionOf(SHOWN_RUN)} } nextToken
  }
}`;
const MEMBERSHIPS = `query Memberships($of: String!, $nextToken: String) {
  membershipsByPerson(person: $of, limit: 500, nextToken: $nextToken) {
    items { postMortemId role name sharedAt title } nextToken
  }
}`;
const COMMENTS = `query OwnComments($nextToken: String) {
  myComments(nextToken: $nextToken) { items { ${selectionOf(COMMENT)} } nextToken }
}`;
const TEMPLATES = `query OwnTemplates($of: String!, $nextToken: String) {
  listTeamTemplates(team: $of, limit: 200, nextToken: $nextToken) {
    items { name suits sections required start { section text } owner } nextToken
  }
}`;
const REVIEWS = `query OwnReviews($nextToken: String) {
  myReviews(nextToken: $nextToken) { items nextToken }
}`;
const ERASE_FROM_REVIEW = `mutation EraseMeFromReview($id: ID!) { eraseMeFromReview(reviewId: $id) }`;
const MEMORIES = `query OwnMemories($nextToken: String) {
  memoriesByMe(nextToken: $nextToken) { items { ${selectionOf(MEMORY)} } nextToken }
}`;
const FORGET = `mutation ForgetOwn($id: ID!, $isTeams: Boolean!) { forget(id: $id, isTeams: $isTeams) { id } }`;
const ANSWERS = `query OwnAnswers($of: String!, $nextToken: String) {
  answersByOwner(owner: $of, limit: 50, nextToken: $nextToken) { items { ${selectionOf(ARCHIVE_ANSWER)} } nextToken }
}`;
const DELETE_ANSWER = `mutation DeleteOwnAnswer($id: ID!) { deleteArchiveAnswer(input: { id: $id }) { id } }`;
const BINNED = `query Binned($id: ID!) { binnedDocument(postMortemId: $id) }`;
const DELETE = `mutation Delete($id: ID!) { deletePostMortem(input: { id: $id }) { id } }`;
const DELETE_RUN = `mutation DeleteRun($id: ID!) { deleteEnhancement(input: { id: $id }) { id } }`;
const ERASE_COMMENT = `mutation EraseComment($postMortemId: ID!, $id: ID!) {
  eraseComment(postMortemId: $postMortemId, id: $id)
}`;
const DELETE_TEMPLATE = `mutation DeleteTemplate($team: String!, $id: String!) {
  deleteTeamTemplate(input: { team: $team, name: $id }) { name }
}`;

async function all(query: string, of: string | null, filter: object | null = null): Promise<Stored[]> {
  const found: Stored[] = [];
  let nextToken: string | null = null;
  do {
    const variables: Record<string, unknown> = { ...(of && { of }), nextToken, ...(filter && { filter }) };
    const page = await requestPage(query, variables);
    found.push(...page.items, ...Array.from({ length: page.unreadable }, unreadable));
    nextToken = page.nextToken;
  } while (nextToken);
  return found;
}

/** A record that breaks the schema is not passed over: a file says that it is missing, and erasing is not at its end. */
const unreadable = (): Stored => ({
  cannotBeRead: say('Something is stored in it that the schema does not allow.'),
});

/** Deletes what may have been deleted by somebody quicker. */
async function drop(mutation: string, id: string, more: object = {}): Promise<void> {
  try {
    await request(mutation, { id, ...more }, { postMortemId: id });
  } catch (error) {
    if (!(error instanceof NotFoundOrNotYoursError)) throw error;
  }
}

const ids = (found: Stored[]) => found.map(({ id }) => String(id));

/** What belongs to somebody, behind the Amplify data client. */
export const amplifyOwnData: OwnDataStore = {
  owned: async (userId) => ids(await all(OWNED, userId)),
  published: async (userId) => ids(await all(OWNED, userId, { status: { eq: 'PUBLISHED' } })),
  memberships: (userId) => all(MEMBERSHIPS, userId),
  runsOn: (postMortemId) => all(RUNS, postMortemId),
  binned: async (id) =>
    JSON.parse(await requestRecord<string>(BINNED, { id }, { postMortemId: id })) as Stored,
  delete: (id) => drop(DELETE, id),
  deleteRun: (id) => drop(DELETE_RUN, id),
  comments: async () => (await all(COMMENTS, null)) as unknown as Comment[],
  eraseComment: (postMortemId, id) => drop(ERASE_COMMENT, id, { postMortemId }),
  reviews: async () =>
    ((await all(REVIEWS, null)) as unknown as Array<string | ShownReview>).map((told) =>
      typeof told === 'string' ? (JSON.parse(told) as ShownReview) : told,
    ),
  eraseFromReview: (id) => drop(ERASE_FROM_REVIEW, id),
  templates: async (userId) => (await all(TEMPLATES, TEAM)).filter(({ owner }) => owner === userId),
  memories: () => all(MEMORIES, null),
  async conversations(userId) {
    const found: Stored[] = [];
    for (const one of await amplifyConversations.list(userId))
      found.push({ ...one, messages: await amplifyConversations.messages(one.id) });
    return found;
  },
  deleteConversation: (id) => amplifyConversations.remove(id),
  forget: ({ id, isTeams }) => drop(FORGET, id, { isTeams }),
  answers: (userId) => all(ANSWERS, userId),
  deleteAnswer: (id) => drop(DELETE_ANSWER, id),
  deleteTemplate: (name) => drop(DELETE_TEMPLATE, name, { team: TEAM }),
};
