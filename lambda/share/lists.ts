import { nextRevision } from '../../domain/postMortem/nextRevision';
import { type Graphql, unlessChanged } from '../appsync';
import type { WriteLists } from './share';

// Owner and people are selected, because a subscription is judged by what the mutation has selected.
const SHARE = `mutation Share($input: UpdatePostMortemInput!, $condition: ModelPostMortemConditionInput) {
  updatePostMortem(input: $input, condition: $condition) {
    id revision updatedAt owner editors commenters readers
  }
}`;

/** Writes the lists of people of a post-mortem, as the function's own role. */
export const listsThrough =
  (graphql: Graphql): WriteLists =>
  async (id, revision, lists) => {
    const input = { id, ...lists, revision: nextRevision(revision) };
    type Answer = { updatePostMortem: { revision: number; updatedAt: string } };
    const saved = await unlessChanged(() =>
      graphql<Answer>(SHARE, { input, condition: { revision: { eq: revision } } }),
    );
    if (!saved) return undefined;
    const { revision: next, updatedAt } = saved.updatePostMortem;
    return { revision: next, updatedAt };
  };
