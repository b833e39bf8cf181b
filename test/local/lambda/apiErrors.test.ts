import { request } from 'node:http';
import {
  GetDurableExecutionCommand,
  InvokeCommand,
  type LambdaClient,
  ListFunctionsCommand,
} from '@aws-sdk/client-lambda';
import type { ApiRequest, LocalLambda } from '../../../local/lambda';
import { ended, payloadOf, refusalOf, startExecution, Workbench } from './lambdaUnderTest';

/** What a caller without the right gets; the local IAM throws its own. */
class AccessDenied extends Error {
  readonly errorType = 'AccessDeniedException';
  readonly statusCode = 403;
}

const bench = new Workbench();
const asked: { action: string; resource: string; request: ApiRequest }[] = [];
let refuse: string | undefined;
let lambda: LocalLambda;
let client: LambdaClient;

beforeAll(async () => {
  const [durable, plain] = await Promise.all([bench.bundle('durable'), bench.bundle('plain')]);
  lambda = await bench.start(
    [bench.durable('enhance', durable), bench.fn('echo', plain, { handler: 'index.echo' })],
    {
      authorize: async (incoming, action, resource) => {
        asked.push({ action, resource, request: incoming });
        if (action === refuse) throw new AccessDenied(`not allowed to perform: ${action} on ${resource}`);
      },
    },
  );
  client = bench.client(lambda.endpoint);
});
afterAll(() => bench.dispose());

/** The endpoint still serves. */
const alive = async () =>
  expect(payloadOf(await client.send(new InvokeCommand({ FunctionName: 'echo' })))).toMatchObject({
    event: {},
  });

const post = (path: string, body: string) => fetch(`${lambda.endpoint}${path}`, { method: 'POST', body });

test('each call is authorized by its IAM action and the ARN of what it touches', async () => {
  asked.length = 0;
  const arn = await startExecution(client, 'enhance', { kind: 'drafts' });
  await ended(client, arn);
  const seen = new Map(asked.map(({ action, resource }) => [action, resource]));
  expect(Object.fromEntries(seen)).toEqual({
    'lambda:InvokeFunction': 'arn:aws:lambda:us-east-1:000000000000:function:enhance:live',
    'lambda:CheckpointDurableExecution': arn,
    'lambda:GetDurableExecution': arn,
  });
});

test("a checkpoint comes with the function's own signature, and its path as it was signed", async () => {
  const { request: checkpoint } = asked.find(({ action }) =>
    action.includes('Checkpoint'),
  ) as (typeof asked)[0];
  expect(checkpoint.headers.authorization).toContain('Credential=AKIAenhance/');
  expect(checkpoint.headers['x-amz-security-token']).toBe('session');
  expect(checkpoint.path).toContain('arn%3Aaws%3Alambda');
});

test('a refused caller gets the error by name, and nothing runs', async () => {
  refuse = 'lambda:InvokeFunction';
  try {
    expect(await refusalOf(client.send(new InvokeCommand({ FunctionName: 'echo' })))).toEqual({
      name: 'AccessDeniedException',
      message:
        'not allowed to perform: lambda:InvokeFunction on arn:aws:lambda:us-east-1:000000000000:function:echo',
      status: 403,
    });
  } finally {
    refuse = undefined;
  }
  await alive();
});

test('a function that may not checkpoint fails its run, as it would in AWS', async () => {
  refuse = 'lambda:CheckpointDurableExecution';
  try {
    const arn = await startExecution(client, 'enhance', { kind: 'drafts' });
    expect(await ended(client, arn)).toMatchObject({
      Status: 'FAILED',
      Error: { ErrorMessage: expect.stringContaining('not allowed to perform') },
    });
  } finally {
    refuse = undefined;
  }
});

test('an operation that is not served is refused by its name', async () => {
  expect(await refusalOf(client.send(new ListFunctionsCommand({})))).toEqual({
    name: 'NotServedLocallyException',
    message: 'The local Lambda endpoint does not serve GET /2015-03-31/functions.',
    status: 501,
  });
  expect(
    await refusalOf(client.send(new InvokeCommand({ FunctionName: 'echo', LogType: 'Tail' }))),
  ).toMatchObject({
    message: expect.stringContaining('LogType Tail'),
  });
  await alive();
});

test('malformed JSON, paths and bodies get an error of AWS, and the endpoint stays up', async () => {
  const cases: [string, string, number, string][] = [
    ['/2015-03-31/functions/echo/invocations', '{"a":', 400, 'InvalidRequestContentException'],
    ['/2015-03-31/functions/e%20cho/invocations', '{}', 400, 'InvalidParameterValueException'],
    ['/2015-03-31/functions/%E0%A4%A/invocations', '{}', 400, 'InvalidParameterValueException'],
    ['/2025-12-01/durable-executions/none/checkpoint', '{}', 404, 'ResourceNotFoundException'],
    ['/2025-12-01/durable-execution-callbacks/none/succeed', '', 400, 'InvalidParameterValueException'],
    ['/', '', 501, 'NotServedLocallyException'],
  ];
  for (const [path, body, status, type] of cases) {
    const response = await post(path, body);
    expect([path, response.status, response.headers.get('x-amzn-errortype')]).toEqual([path, status, type]);
    expect(await response.json()).toMatchObject({ message: expect.any(String) });
  }
  const huge = await post('/2015-03-31/functions/echo/invocations', 'x'.repeat(17 * 1_048_576));
  expect([huge.status, huge.headers.get('x-amzn-errortype')]).toEqual([413, 'RequestTooLargeException']);
  await alive();
});

test('a malformed checkpoint is refused', async () => {
  const arn = await startExecution(client, 'enhance', { kind: 'callback' });
  const path = `/2025-12-01/durable-executions/${encodeURIComponent(arn)}/checkpoint`;
  for (const body of ['[]', 'null', '"text"', '{"Updates":7}', '{"CheckpointToken":{}}']) {
    expect((await post(path, body)).status).toBe(400);
  }
  await alive();
});

test('a client that hangs up in the middle of a request disturbs nobody', async () => {
  const { port } = new URL(lambda.endpoint);
  await new Promise<void>((resolve) => {
    const broken = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/2015-03-31/functions/echo/invocations',
    });
    broken.on('error', () => resolve());
    broken.setHeader('content-length', 1000);
    broken.write('{');
    setImmediate(() => broken.destroy());
    broken.on('close', () => resolve());
  });
  await alive();
});

test('an unknown execution is not found', async () => {
  expect(
    await refusalOf(client.send(new GetDurableExecutionCommand({ DurableExecutionArn: 'arn:none' }))),
  ).toMatchObject({ name: 'ResourceNotFoundException', status: 404 });
});
