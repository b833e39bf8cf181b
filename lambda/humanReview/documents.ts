import type { Author, Status } from '../../domain/postMortem';
import { type PeopleLists, sharedWith, withPerson } from '../../domain/postMortem/access';
import { nextRevision } from '../../domain/postMortem/nextRevision';
import { type Graphql, unlessChanged } from '../appsync';
import { type ReadWholeDocument, type WholeDocument, wholeDocumentThrough } from '../wholeDocument';

// Owner and people are selected, because a subscription is judged by what the mutation has selected.
const MOVE = `mutation Move($input: UpdatePostMortemInput!, $condition: ModelPostMortemConditionInput) {
  updatePostMortem(input: $input, condition: $condition) {
    id revision updatedAt status isPrivate statusAt statusBy { id name } audience owner editors commenters readers
  }
}`;

/** What becomes of a document: its status, who reads it, and by whom. */
export interface Move {
  status: Status;
  /** The user pool that reads it; nobody but those it is shared with where there is none. */
  audience: string | null;
  by: Author;
  at: string;
  /** People who are to read and comment, beside those who do. */
  commenters?: readonly string[];
}

/** Post-mortems as the function's own role reads and moves them: who asks is compared before. */
export interface ReviewedDocuments {
  get: ReadWholeDocument;
  /** Moves it if it is still at that revision; says whether it was. */
  move(document: WholeDocument, move: Move): Promise<boolean>;
}

export const documentsThrough = (graphql: Graphql): ReviewedDocuments => ({
  get: wholeDocumentThrough(graphql),
  move: async (document, { status, audience, by, at, commenters = [] }) => {
    const { id, revision } = document;
    const input = {
      ...{ id, status, statusBy: { id: by.id, name: by.name }, statusAt: at },
      revision: nextRevision(revision),
      audience: audience === null || document.isPrivate ? [] : [audience],
      ...(commenters.length > 0 && { commenters: withCommenters(document, commenters) }),
    };
    const variables = { input, condition: { revision: { eq: revision } } };
    return (await unlessChanged(() => graphql<object>(MOVE, variables))) !== undefined;
  },
});

/** The list of those who comment, with everybody on it who has no more than that yet. */
function withCommenters(document: PeopleLists, people: readonly string[]): string[] {
  const known = sharedWith(document);
  const lists = people
    .filter((person) => known.get(person) === undefined)
    .reduce((so, person) => withPerson(so, person, 'COMMENTER'), document);
  return [...lists.commenters];
}
