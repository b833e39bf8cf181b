import { AppSyncError, type Graphql } from '../../../lambda/appsync';
import { type PublishProgress, publishThrough, type Run } from '../../../lambda/enhance/progress';

const ENDING: Parameters<PublishProgress['ending']>[1] = {
  status: 'SUCCEEDED',
  stage: 'FINISHED',
  drafts: [],
  verdict: null,
  message: null,
  costUsd: 0,
};
const RUN: Run = { enhancementId: 'e-1', record: { owner: 'alice', startedAt: '2026-03-01T10:00:00.000Z' } };

/** One stored record, and the server's rule about conditions. */
function server(stored: Record<string, unknown>) {
  const graphql = (async (_query: string, variables: Record<string, unknown>) => {
    const { input, condition } = variables as {
      input: Record<string, unknown>;
      condition: Record<string, { eq?: unknown; lt?: number }>;
    };
    const holds = Object.entries(condition).every(([field, { eq, lt }]) =>
      lt === undefined ? stored[field] === eq : (stored[field] as number) < lt,
    );
    if (!holds)
      throw new AppSyncError('refused', [
        { message: 'refused', errorType: 'DynamoDB:ConditionalCheckFailedException' },
      ]);
    Object.assign(stored, input);
    return {};
  }) as Graphql;
  return publishThrough(graphql, (message, error) => {
    throw new Error(message, { cause: error });
  });
}

it('writes into the record that the run was started for', async () => {
  const stored = { progress: 0, ...RUN.record };
  await server(stored).ending(RUN, ENDING);
  expect(stored).toMatchObject({ status: 'SUCCEEDED', owner: 'alice' });
});

it.each([
  ['somebody else has taken the id', { owner: 'bob', startedAt: '2026-03-01T10:00:00.000Z' }],
  ['the author has started the id anew', { owner: 'alice', startedAt: '2026-03-01T11:00:00.000Z' }],
])('writes nothing where the record was deleted and %s', async (_what, other) => {
  const stored = { progress: 0, status: 'RUNNING', ...other };
  const publish = server(stored);
  publish.drafting(RUN);
  publish.drafted(RUN, []);
  publish.judging(RUN, []);
  await publish.ending(RUN, ENDING);
  expect(stored).toEqual({ progress: 0, status: 'RUNNING', ...other });
});

it('finishes a run that was started before runs knew their record', async () => {
  const stored = { progress: 0, owner: 'alice', startedAt: 'x' };
  await server(stored).ending({ enhancementId: 'e-1' }, ENDING);
  expect(stored).toMatchObject({ status: 'SUCCEEDED' });
});
