import type { Author, PostMortem, Status } from '../../domain/postMortem';
import { type PeopleLists, sharedWith, withPerson } from '../../domain/postMortem/access';
import { isInBin } from '../../domain/postMortem/bin';
import { FIELDS, RECORD_FIELDS } from '../../domain/postMortem/fields';
import { shapeOf } from '../../domain/postMortem/recordShape';
import { readPostMortem } from '../../domain/postMortem/stored';
import { selectionOf } from '../../domain/shape';
import { AppSyncError, type Graphql } from '../appsync';

const GET = `query UnderReview($id: ID!) {
  getPostMortem(id: $id) { ${selectionOf({ ...shapeOf(FIELDS), ...RECORD_FIELDS })} audience }
}`;
// Owner and people are selected, because a subscription is judged by what the mutation has selected.
const MOVE = `mutation Move($input: UpdatePostMortemInput!, $condition: ModelPostMortemConditionInput) {
  updatePostMortem(input: $input, condition: $condition) {
    id revision updatedAt status isPrivate statusAt statusBy { id name } audience owner editors commenters readers
  }
}`;

/** A post-mortem, and the user pool whose people read it. */
export interface ReviewedDocument extends PostMortem {
  audience: string[];
}

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
  get(id: string): Promise<ReviewedDocument | undefined>;
  /** Moves it if it is still at that revision; says whether it was. */
  move(document: ReviewedDocument, move: Move): Promise<boolean>;
}

/** GraphQL's Int ends here. */
const LARGEST_REVISION = 2 ** 31 - 1;

export const documentsThrough = (graphql: Graphql): ReviewedDocuments => ({
  get: async (id) => {
    type Stored = Record<string, unknown> & { audience: string[] | null };
    const { getPostMortem: stored } = await graphql<{ getPostMortem: Stored | null }>(GET, { id });
    // What lies in the bin is nobody's, and is not moved there.
    if (!stored || isInBin(String(stored.owner))) return undefined;
    return { ...readPostMortem(stored), audience: stored.audience ?? [] };
  },
  move: async (document, { status, audience, by, at, commenters = [] }) => {
    const { id, revision } = document;
    const next = revision >= LARGEST_REVISION ? 1 : revision + 1;
    const input = {
      ...{ id, status, statusBy: { id: by.id, name: by.name }, statusAt: at, revision: next },
      audience: audience === null || document.isPrivate ? [] : [audience],
      ...(commenters.length > 0 && { commenters: withCommenters(document, commenters) }),
    };
    try {
      await graphql(MOVE, { input, condition: { revision: { eq: revision } } });
      return true;
    } catch (error) {
      if (error instanceof AppSyncError && error.isConditionFailure) return false;
      throw error;
    }
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
