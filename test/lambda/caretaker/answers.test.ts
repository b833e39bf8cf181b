import { AppSyncError, type Graphql } from '../../../lambda/appsync';
import { type AnswerSweep, openAnswersThrough, sweepAnswers } from '../../../lambda/caretaker/answers';
import { SweepIncompleteError } from '../../../lambda/caretaker/errors';

const NOON = Date.parse('2026-03-01T12:00:00.000Z');
const minutesAgo = (minutes: number) => new Date(NOON - minutes * 60_000).toISOString();

/** Answers in memory by when they were asked for, and what of them was ended. */
function sweeper(
  { messages = {}, archive = {} }: Partial<Record<'messages' | 'archive', Record<string, string>>>,
  executions: Record<string, string> = {},
) {
  const ended: string[] = [];
  const open = (answers: Record<string, string>) => ({
    async *askedBefore(moment: string) {
      for (const [id, at] of Object.entries(answers)) if (at < moment) yield { id };
    },
    markEnded: async ({ id }: { id: string }) => {
      if (id === 'broken') throw new Error('The table is away.');
      ended.push(id);
    },
  });
  const with_: AnswerSweep = {
    ...{ messages: open(messages), archive: open(archive), now: () => new Date(NOON), warn: () => {} },
    findExecution: async (id) => executions[id],
  };
  return { ended, sweep: () => sweepAnswers(with_) };
}

test.each(['FAILED', 'TIMED_OUT', 'STOPPED', 'SUCCEEDED', undefined])(
  'a message whose execution is %s is ended, and one that is worked on is left alone',
  async (status) => {
    const { ended, sweep } = sweeper(
      { messages: { over: minutesAgo(3), working: minutesAgo(25) } },
      { working: 'RUNNING', ...(status && { over: status }) },
    );
    await sweep();
    expect(ended).toEqual(['over']);
  },
);

test('a message that was said just now is not ended: Lambda may not have begun', async () => {
  const { ended, sweep } = sweeper({ messages: { new: minutesAgo(1) } });
  await sweep();
  expect(ended).toEqual([]);
});

test('an answer of the archive is ended once its function can no longer be at work', async () => {
  const { ended, sweep } = sweeper({ archive: { old: minutesAgo(7), answering: minutesAgo(4) } });
  await sweep();
  expect(ended).toEqual(['old']);
});

test('one that cannot be ended keeps no other from it, and the next sweep tries again', async () => {
  const { ended, sweep } = sweeper({
    messages: { broken: minutesAgo(9), over: minutesAgo(9) },
    archive: { old: minutesAgo(9) },
  });
  await expect(sweep()).rejects.toThrow(SweepIncompleteError);
  expect(ended).toEqual(['over', 'old']);
});

test('what has told its end meanwhile, or was deleted, stays as it is; every page is looked through', async () => {
  const changed = new AppSyncError('no', [
    { message: 'no', errorType: 'DynamoDB:ConditionalCheckFailedException' },
  ]);
  const asked: Record<string, unknown>[] = [];
  const graphql = (async (query: string, variables: Record<string, unknown>) => {
    asked.push(variables);
    if (query.startsWith('mutation')) throw changed;
    const isFirst = variables.nextToken === null;
    return { some: { items: [{ id: isFirst ? 'a' : 'b' }], nextToken: isFirst ? 'more' : null } };
  }) as Graphql;
  const { messages } = openAnswersThrough(graphql, () => new Date(NOON));
  const found: string[] = [];
  for await (const message of messages.askedBefore(minutesAgo(2))) {
    found.push(message.id);
    await messages.markEnded({ id: message.id });
  }
  expect(found).toEqual(['a', 'b']);
  expect(asked.at(-1)).toMatchObject({
    input: { id: 'b', status: 'FAILED', finishedAt: '2026-03-01T12:00:00.000Z' },
    condition: { status: { eq: 'RUNNING' } },
  });
});
