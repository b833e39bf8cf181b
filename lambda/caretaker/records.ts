import { ENDED_UNTOLD } from '../../domain/enhancement';
import { type Graphql, unlessChanged } from '../appsync';
import { ENHANCEMENT_FIELDS, UPDATE_ENHANCEMENT } from '../enhancementFields';
import type { EnhancementRecord } from '../start/records';
import type { RunsOf } from './forget';
import { pagesThrough } from './pages';
import type { OpenRuns } from './sweep';

const RUNNING = `query Running($before: String!, $nextToken: String) {
  enhancementsByStatus(status: RUNNING, startedAt: { lt: $before }, limit: 100, nextToken: $nextToken) {
    items { ${ENHANCEMENT_FIELDS} } nextToken
  }
}`;
const OF_POST_MORTEM = `query Runs($postMortemId: ID!, $nextToken: String) {
  enhancementsByPostMortem(postMortemId: $postMortemId, limit: 100, nextToken: $nextToken) {
    items { id } nextToken
  }
}`;
const EXISTS = `query Exists($id: ID!) { getPostMortem(id: $id) { id } }`;
const DELETE = `mutation Forget($input: DeleteEnhancementInput!) {
  deleteEnhancement(input: $input) { ${ENHANCEMENT_FIELDS} }
}`;

/** Stored runs, as the sweep and the deletion need them. */
export function runsThrough(graphql: Graphql, now: () => Date = () => new Date()): OpenRuns & RunsOf {
  const paged = pagesThrough(graphql);
  return {
    recordedBefore: (before) => paged<EnhancementRecord>(RUNNING, { before }),
    ofPostMortem: (postMortemId) => paged<{ id: string }>(OF_POST_MORTEM, { postMortemId }),
    postMortemExists: async (id) => {
      const { getPostMortem } = await graphql<{ getPostMortem: object | null }>(EXISTS, { id });
      return getPostMortem !== null;
    },
    // A record that is gone, or that has told its end meanwhile, is as it should be.
    markEnded: ({ id, owner, startedAt }) =>
      unlessChanged(() =>
        graphql(UPDATE_ENHANCEMENT, {
          input: {
            id,
            status: 'FAILED',
            stage: 'FINISHED',
            message: ENDED_UNTOLD,
            finishedAt: now().toISOString(),
          },
          condition: { status: { eq: 'RUNNING' }, owner: { eq: owner }, startedAt: { eq: startedAt } },
        }),
      ),
    delete: (id) => unlessChanged(() => graphql(DELETE, { input: { id } })),
  };
}
