import type { OperationUpdate } from '@aws-sdk/client-lambda';
import { InvalidParameterValueError } from '../../../local/lambda/errors';
import type { OperationState } from '../../../local/lambda/operations';
import { validateUpdates } from '../../../local/lambda/validation';

const operations = new Map<string, OperationState>(
  (
    [
      ['ready', 'STEP', 'READY'],
      ['pending', 'STEP', 'PENDING'],
      ['done', 'STEP', 'SUCCEEDED'],
      ['context', 'CONTEXT', 'STARTED'],
      ['wait', 'WAIT', 'STARTED'],
    ] as const
  ).map(([id, type, status]) => [id, { id, type, status, startedAt: 0 }]),
);

const step = (change: Partial<OperationUpdate>): OperationUpdate => ({
  Id: 'new',
  Type: 'STEP',
  Action: 'START',
  ...change,
});
const retry = { Action: 'RETRY', StepOptions: { NextAttemptDelaySeconds: 1 } } as const;

test.each<[string, OperationUpdate[]]>([
  ['a step that starts and succeeds at once', [step({}), step({ Action: 'SUCCEED', Payload: '1' })]],
  [
    'a step in a context of the same checkpoint',
    [step({ Id: 'c', Type: 'CONTEXT' }), step({ ParentId: 'c' })],
  ],
  ['the second attempt of a step', [step({ Id: 'ready' })]],
  ['a retry', [step(retry)]],
  ['the end of a wait by its handler', [step({ Id: 'wait', Type: 'WAIT', Action: 'CANCEL' })]],
  ['the end of the execution, last', [step({}), step({ Id: 'end', Type: 'EXECUTION', Action: 'SUCCEED' })]],
])('%s may be saved', (_, updates) => {
  expect(() => validateUpdates(updates, operations)).not.toThrow();
});

test.each<[string, unknown]>([
  ['Updates must be a list of operation updates.', 7],
  ['Updates must be a list of operation updates.', [null]],
  ['Operation update must have an Id.', [step({ Id: '' })]],
  ['Unknown operation type.', [step({ Type: 'toString' as 'STEP' })]],
  ['Invalid action for the given operation type.', [step({ Type: 'WAIT', Action: 'SUCCEED' })]],
  ['Invalid action for the given operation type.', [step({ Action: 'CANCEL' })]],
  ['Cannot update the same operation twice in a single request.', [step({}), step({})]],
  ['Invalid parent operation id.', [step({ ParentId: 'nobody' })]],
  ['Invalid parent operation id.', [step({ ParentId: 'done' })]],
  ['Invalid current STEP state to start.', [step({ Id: 'pending' })]],
  ['Invalid current STEP state to close.', [step({ Id: 'done', Action: 'SUCCEED' })]],
  ['Invalid current STEP state to re-attempt.', [step({ Id: 'done', ...retry })]],
  ['Cannot start a CONTEXT that already exists.', [step({ Id: 'context', Type: 'CONTEXT' })]],
  ['Cannot change the type of an operation.', [step({ Id: 'wait' })]],
  ['Cannot provide a Payload for FAIL action.', [step({ Action: 'FAIL', Payload: '1' })]],
  ['Cannot provide an Error for SUCCEED action.', [step({ Action: 'SUCCEED', Error: {} })]],
  ['Invalid StepOptions for the given action.', [step({ Action: 'RETRY' })]],
  ['Cannot provide both error and payload to RETRY a STEP.', [step({ ...retry, Error: {}, Payload: '1' })]],
  ['NextAttemptDelaySeconds must be', [step({ ...retry, StepOptions: { NextAttemptDelaySeconds: 0 } })]],
  ['WaitSeconds must be', [step({ Type: 'WAIT', WaitOptions: { WaitSeconds: 1.5 } })]],
  ['Invalid ChainedInvokeOptions', [step({ Type: 'CHAINED_INVOKE' })]],
  [
    'EXECUTION checkpoint must be the last update.',
    [step({ Type: 'EXECUTION', Action: 'FAIL' }), step({ Id: 'b' })],
  ],
  [
    'STEP output payload size must be less than or equal to 262144 bytes.',
    [step({ Action: 'SUCCEED', Payload: 'ü'.repeat(131_073) })],
  ],
  [
    'Error object size must be less than 32768 bytes.',
    [step({ Action: 'FAIL', Error: { ErrorMessage: 'x'.repeat(32_768) } })],
  ],
])('refused: %s', (message, updates) => {
  const check = () => validateUpdates(updates as OperationUpdate[], operations);
  expect(check).toThrow(InvalidParameterValueError);
  expect(check).toThrow(message);
});
