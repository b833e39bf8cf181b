import { AppSyncError, type Graphql } from '../appsync';
import type { WriteLists } from './share';

// Owner and people are selected, because a subscription is judged by what the mutation has selected.
const SHARE = `mutation Share($input: UpdatePostMortemInput!, $condition: ModelPostMortemConditionInput) {
  updatePostMortem(input: $input, condition: $condition) {
    id revision updatedAt owner editors commenters readers
  }
}`;

/** GraphQL's Int ends here. */
const LARGEST_REVISION = 2 ** 31 - 1;

/** Writes the lists of people of a post-mortem, as the function's own role. */
export const listsThrough =
  (graphql: Graphql): WriteLists =>
  async (id, revision, lists) => {
    const next = revision >= LARGEST_REVISION ? 1 : revision + 1;
    const variables = { input: { id, ...lists, revision: next }, condition: { revision: { eq: revision } } };
    try {
      type Answer = { updatePostMortem: { revision: number; updatedAt: string } };
      const { updatePostMortem: saved } = await graphql<Answer>(SHARE, variables);
      return { revision: saved.revision, updatedAt: saved.updatedAt };
    } catch (error) {
      if (error instanceof AppSyncError && error.isConditionFailure) return undefined;
      throw error;
    }
  };
