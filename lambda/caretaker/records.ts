import { ENDED_UNTOLD } from '../../domain/enhancement';
import { type Graphql, unlessChanged } from '../appsync';
import type { DynamoDb } from '../dynamodb';
import { ENHANCEMENT_FIELDS, UPDATE_ENHANCEMENT } from '../enhancementFields';
import type { EnhancementRecord } from '../start/records';
import type { PostMortems, RunsOf } from './forget';
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
const DELETE = `mutation Forget($input: DeleteEnhancementInput!) {
  deleteEnhancement(input: $input) { ${ENHANCEMENT_FIELDS} }
}`;

/** Post-mortems in their table, as they are at this moment: what belonged to one that is gone is forgotten for good. */
export const postMortemsIn = (tableName: string, dynamoDb: DynamoDb): PostMortems => ({
  postMortemExists: async (id) => {
    const { Item } = await dynamoDb<{ Item?: object }>('GetItem', {
      TableName: tableName,
      Key: { id: { S: id } },
      ProjectionExpression: 'id',
      ConsistentRead: true,
    });
    return Item !== undefined;
  },
});

/** Stored runs, as the sweep and the deletion need them. */
export function runsThrough(graphql: Graphql, now: () => Date = () => new Date()): OpenRuns & RunsOf {
  const paged = pagesThrough(graphql);
  return {
    recordedBefore: (before) => paged<EnhancementRecord>(RUNNING, { before }),
    ofPostMortem: (postMortemId) => paged<{ id: string }>(OF_POST_MORTEM, { postMortemId }),
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
