import type { OperationUpdate } from '@aws-sdk/client-lambda';
import { Execution } from '../../../local/lambda/execution';
import type { JournalRecord } from '../../../local/lambda/records';

const SECOND = 1000;

function executionAfter(...records: JournalRecord[]): Execution {
  const execution = new Execution({
    kind: 'started',
    format: 1,
    at: 0,
    executionArn: 'arn:execution',
    executionId: 'root',
    executionName: 'run',
    functionName: 'f',
    functionArn: 'arn:f:1',
    version: '1',
    invocationType: 'Event',
    input: '{}',
    executionTimeoutSeconds: 3600,
    retentionDays: 1,
  });
  for (const record of records) execution.apply(record);
  return execution;
}

const saved = (at: number, ...updates: OperationUpdate[]): JournalRecord => ({
  kind: 'checkpointed',
  at,
  updates,
});
const failed = (at: number): JournalRecord => ({
  kind: 'invoked',
  at,
  startedAt: at,
  requestId: 'r',
  suspended: false,
  error: { ErrorType: 'Runtime.ExitError' },
});
const visible = (execution: Execution) => execution.visibleOperations().map((operation) => operation.id);

function nestedContexts(replayChildren: boolean): JournalRecord {
  return saved(
    1,
    { Id: 'outer', Type: 'CONTEXT', Action: 'START' },
    { Id: 'inner', Type: 'CONTEXT', Action: 'START', ParentId: 'outer' },
    { Id: 'step', Type: 'STEP', Action: 'SUCCEED', ParentId: 'inner', Payload: '1' },
    {
      Id: 'inner',
      Type: 'CONTEXT',
      Action: 'SUCCEED',
      ParentId: 'outer',
      ContextOptions: { ReplayChildren: true },
    },
    {
      Id: 'outer',
      Type: 'CONTEXT',
      Action: 'SUCCEED',
      Payload: '1',
      ContextOptions: { ReplayChildren: replayChildren },
    },
  );
}

test('what a finished context did is no longer sent, all the way down', () => {
  expect(visible(executionAfter(nestedContexts(false)))).toEqual(['root', 'outer']);
});

test('what a finished context did is sent when it asks to be replayed', () => {
  expect(visible(executionAfter(nestedContexts(true)))).toEqual(['root', 'outer', 'inner', 'step']);
});

test('a step that failed becomes due after its delay, and counts its attempts', () => {
  const retry: OperationUpdate = {
    Id: 'step',
    Type: 'STEP',
    Action: 'RETRY',
    Error: { ErrorMessage: 'busy' },
    StepOptions: { NextAttemptDelaySeconds: 30 },
  };
  const execution = executionAfter(saved(SECOND, retry));
  expect(execution.nextDueAt()).toBe(31 * SECOND);
  expect(execution.due(31 * SECOND - 1)).toEqual([]);
  const [elapsed] = execution.due(31 * SECOND);
  execution.apply(elapsed as JournalRecord);
  expect(execution.operations.get('step')).toMatchObject({ status: 'READY', step: { attempt: 1 } });
  execution.apply(saved(32 * SECOND, { Id: 'step', Type: 'STEP', Action: 'SUCCEED', Payload: '"ok"' }));
  expect(execution.operations.get('step')).toMatchObject({
    status: 'SUCCEEDED',
    step: { attempt: 2, result: '"ok"', error: undefined },
  });
});

test('a failed invocation is tried again later and later, a minute at most, and nine times in all', () => {
  const execution = executionAfter();
  const pauses: (number | undefined)[] = [];
  for (let failures = 1; failures <= 9; failures += 1) {
    expect(execution.exhausted).toBe(false);
    execution.apply(failed(0));
    pauses.push(execution.retryAt);
  }
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60].map((seconds) => seconds * SECOND));
  expect(execution.exhausted).toBe(true);
});

test('a successful invocation makes up for the failed ones before', () => {
  const worked: JournalRecord = { kind: 'invoked', at: 0, startedAt: 0, requestId: 'r', suspended: true };
  const execution = executionAfter(failed(0), failed(0), worked, failed(0));
  expect(execution.retryAt).toBe(SECOND);
});

test('an execution that has ended stays as it ended', () => {
  const execution = executionAfter(
    { kind: 'ended', at: 1, status: 'STOPPED' },
    { kind: 'ended', at: 2, status: 'SUCCEEDED', result: '1' },
  );
  expect(execution).toMatchObject({ status: 'STOPPED', result: undefined, endedAt: 1 });
  expect(execution.due(Number.MAX_SAFE_INTEGER)).toEqual([]);
});
