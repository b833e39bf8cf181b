import { CheckpointDurableExecutionCommand, GetDurableExecutionStateCommand } from '@aws-sdk/client-lambda';
import type { ApiRequest } from '../../../local/lambda';
import { ended, PushedClock, refusalOf, startExecution, until, Workbench } from './lambdaUnderTest';

const bench = new Workbench();
afterEach(() => bench.stop());
afterAll(() => bench.dispose());

/** An endpoint that shows each checkpoint to the test before it is saved. */
async function endpointSeenBy(see: (checkpoint: ApiRequest) => Promise<void>) {
  const lambda = await bench.start([bench.durable('enhance', await bench.bundle('durable'))], {
    authorize: async (request, action) => {
      if (action === 'lambda:CheckpointDurableExecution') await see(request);
    },
  });
  return { endpoint: lambda.endpoint, client: bench.client(lambda.endpoint) };
}

test('a token is good for one checkpoint; one from before is refused, in the words that the SDK expects', async () => {
  const checkpoints: ApiRequest[] = [];
  const { client } = await endpointSeenBy(async (checkpoint) => {
    checkpoints.push(checkpoint);
  });
  const DurableExecutionArn = await startExecution(client, 'enhance', { kind: 'callback' });
  await until(() => checkpoints.length >= 2);
  const stale = JSON.parse(checkpoints[0]?.body.toString('utf8') ?? '').CheckpointToken;
  for (const CheckpointToken of [stale, 'made-up']) {
    expect(
      await refusalOf(
        client.send(new CheckpointDurableExecutionCommand({ DurableExecutionArn, CheckpointToken })),
      ),
    ).toEqual({ name: 'InvalidParameterValueException', message: 'Invalid Checkpoint Token', status: 400 });
    expect(
      await refusalOf(
        client.send(new GetDurableExecutionStateCommand({ DurableExecutionArn, CheckpointToken })),
      ),
    ).toMatchObject({ message: 'Invalid Checkpoint Token' });
  }
});

test('a checkpoint that is sent again, because its answer got lost, gets the same answer', async () => {
  let answers: Promise<string[]> | undefined;
  const { client, endpoint } = await endpointSeenBy(async ({ path, body }) => {
    if (answers) return;
    const send = async () =>
      (await fetch(endpoint + path, { method: 'POST', body: new Uint8Array(body) })).text();
    answers = Promise.all([send(), send()]);
    await answers;
  });
  const arn = await startExecution(client, 'enhance', { kind: 'drafts' });
  const [first, second] = await until(() => answers);
  expect(first).toContain('NewExecutionState');
  expect(second).toBe(first);
  expect((await ended(client, arn)).Status).toBe('SUCCEEDED');
});

test('a run whose token went stale ends that invocation only, and finishes in the next', async () => {
  const clock = new PushedClock();
  const functions = [bench.durable('stale', await bench.bundle('stale'))];
  const { endpoint } = await bench.start(functions, { clock });
  const client = bench.client(endpoint);
  const arn = await startExecution(client, 'stale', {});
  expect(await ended(client, arn)).toMatchObject({ Status: 'SUCCEEDED', Result: '2' });
});

test("with the service's own spelling a stale token fails the whole run, as this SDK does in AWS", async () => {
  const functions = [bench.durable('stale', await bench.bundle('stale'))];
  const { endpoint } = await bench.start(functions, {
    stateDir: `${bench.root}/spelled`,
    staleTokenMessage: 'Invalid checkpoint token',
  });
  const client = bench.client(endpoint);
  const arn = await startExecution(client, 'stale', {});
  expect(await ended(client, arn)).toMatchObject({
    Status: 'FAILED',
    Error: { ErrorMessage: expect.stringContaining('Invalid checkpoint token') },
  });
});
