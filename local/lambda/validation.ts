import type {
  OperationAction,
  OperationStatus,
  OperationType,
  OperationUpdate,
} from '@aws-sdk/client-lambda';
import { InvalidParameterValueError } from './errors';
import {
  byteLength,
  ERROR_UPDATE_BYTES,
  LONGEST_TIMER_SECONDS,
  OPERATION_PAYLOAD_BYTES,
  SYNC_PAYLOAD_BYTES,
} from './limits';
import type { OperationState } from './operations';

/**
 * What may be done to an operation, by its type: the states it may be in for each action. `new` stands for
 * an operation that does not exist yet. The rules and their wording are those of AWS's checkpoint server in
 * `@aws/durable-execution-sdk-js-testing`.
 */
const TRANSITIONS: Record<
  OperationType,
  Partial<Record<OperationAction, { from: (OperationStatus | 'new')[]; refusal: string }>>
> = {
  STEP: {
    START: { from: ['new', 'READY'], refusal: 'Invalid current STEP state to start.' },
    SUCCEED: { from: ['new', 'STARTED', 'READY'], refusal: 'Invalid current STEP state to close.' },
    FAIL: { from: ['new', 'STARTED', 'READY'], refusal: 'Invalid current STEP state to close.' },
    RETRY: { from: ['new', 'STARTED', 'READY'], refusal: 'Invalid current STEP state to re-attempt.' },
  },
  CONTEXT: {
    START: { from: ['new'], refusal: 'Cannot start a CONTEXT that already exists.' },
    SUCCEED: { from: ['new', 'STARTED'], refusal: 'Invalid current CONTEXT state to close.' },
    FAIL: { from: ['new', 'STARTED'], refusal: 'Invalid current CONTEXT state to close.' },
  },
  WAIT: {
    START: { from: ['new'], refusal: 'Cannot start a WAIT that already exists.' },
    CANCEL: {
      from: ['STARTED'],
      refusal: 'Cannot cancel a WAIT that does not exist or has already completed.',
    },
  },
  CALLBACK: {
    START: { from: ['new'], refusal: 'Cannot start a CALLBACK that already exists.' },
    CANCEL: {
      from: ['STARTED'],
      refusal: 'Cannot cancel a CALLBACK that does not exist or has already completed.',
    },
  },
  CHAINED_INVOKE: {
    START: { from: ['new'], refusal: 'Cannot start a CHAINED_INVOKE that already exists.' },
    CANCEL: {
      from: ['STARTED'],
      refusal: 'Cannot cancel a CHAINED_INVOKE that does not exist or has already completed.',
    },
  },
  EXECUTION: {
    SUCCEED: { from: ['new', 'STARTED'], refusal: 'Invalid current EXECUTION state to close.' },
    FAIL: { from: ['new', 'STARTED'], refusal: 'Invalid current EXECUTION state to close.' },
  },
};

/** The state an operation has after an action, as far as later updates in the same batch care. */
const AFTER: Record<OperationAction, OperationStatus> = {
  START: 'STARTED',
  SUCCEED: 'SUCCEEDED',
  FAIL: 'FAILED',
  RETRY: 'PENDING',
  CANCEL: 'CANCELLED',
};

function refuse(message: string): never {
  throw new InvalidParameterValueError(message);
}

function checkSizes(update: OperationUpdate): void {
  const limit = update.Type === 'EXECUTION' ? SYNC_PAYLOAD_BYTES : OPERATION_PAYLOAD_BYTES;
  if (byteLength(update.Payload) > limit) {
    const direction = update.Action === 'START' ? 'input' : 'output';
    refuse(`${update.Type} ${direction} payload size must be less than or equal to ${limit} bytes.`);
  }
  if (update.Error && byteLength(JSON.stringify(update)) > ERROR_UPDATE_BYTES) {
    refuse(`Error object size must be less than ${ERROR_UPDATE_BYTES} bytes.`);
  }
}

function checkSeconds(seconds: number | undefined, least: number, field: string): void {
  if (seconds === undefined) return;
  if (!Number.isInteger(seconds) || seconds < least || seconds > LONGEST_TIMER_SECONDS) {
    refuse(`${field} must be a whole number between ${least} and ${LONGEST_TIMER_SECONDS}.`);
  }
}

function checkContent(update: OperationUpdate): void {
  if (update.Action === 'FAIL' && update.Payload != null) refuse('Cannot provide a Payload for FAIL action.');
  if (update.Action === 'SUCCEED' && update.Error != null) {
    refuse('Cannot provide an Error for SUCCEED action.');
  }
  if (update.Action === 'RETRY') {
    if (update.StepOptions == null) refuse('Invalid StepOptions for the given action.');
    if (update.Error != null && update.Payload != null) {
      refuse('Cannot provide both error and payload to RETRY a STEP.');
    }
  }
  if (update.Action !== 'START') {
    checkSeconds(update.StepOptions?.NextAttemptDelaySeconds, 1, 'NextAttemptDelaySeconds');
    return;
  }
  if (update.Type === 'WAIT') {
    if (update.WaitOptions?.WaitSeconds === undefined) refuse('Invalid WaitOptions for the given action.');
    checkSeconds(update.WaitOptions.WaitSeconds, 1, 'WaitSeconds');
  }
  if (update.Type === 'CHAINED_INVOKE' && !update.ChainedInvokeOptions?.FunctionName) {
    refuse('Invalid ChainedInvokeOptions for the given action.');
  }
  checkSeconds(update.CallbackOptions?.TimeoutSeconds, 0, 'TimeoutSeconds');
  checkSeconds(update.CallbackOptions?.HeartbeatTimeoutSeconds, 0, 'HeartbeatTimeoutSeconds');
}

/**
 * Checks a whole checkpoint before any of it is applied: a checkpoint is atomic.
 * @throws InvalidParameterValueError in AWS's words, for the first update that breaks a rule
 */
export function validateUpdates(
  updates: OperationUpdate[],
  operations: ReadonlyMap<string, OperationState>,
): void {
  if (!Array.isArray(updates) || updates.some((update) => typeof update !== 'object' || update === null)) {
    refuse('Updates must be a list of operation updates.');
  }
  const ends = updates.filter((update) => update.Type === 'EXECUTION');
  if (ends.length > 1) refuse('Cannot checkpoint multiple EXECUTION updates.');
  if (ends.length === 1 && updates.at(-1) !== ends[0])
    refuse('EXECUTION checkpoint must be the last update.');

  const seen = new Map<string, { type: OperationType; status: OperationStatus; action: OperationAction }>();
  for (const update of updates) {
    const { Id: id, Type: type, Action: action, ParentId: parentId } = update;
    if (!id) refuse('Operation update must have an Id.');
    if (!type || !Object.hasOwn(TRANSITIONS, type)) refuse('Unknown operation type.');
    const rule = action && TRANSITIONS[type][action];
    if (!action || !rule) refuse('Invalid action for the given operation type.');

    const before = seen.get(id);
    const twice =
      type === 'STEP' || type === 'CONTEXT' ? before?.action === 'START' && action !== 'START' : false;
    if (before && !twice) refuse('Cannot update the same operation twice in a single request.');

    const parentType = parentId && (seen.get(parentId)?.type ?? operations.get(parentId)?.type);
    if (parentId && parentType !== 'CONTEXT') refuse('Invalid parent operation id.');

    checkSizes(update);
    const known = operations.get(id);
    if (known && known.type !== type) refuse('Cannot change the type of an operation.');
    if (!rule.from.includes(before?.status ?? known?.status ?? 'new')) refuse(rule.refusal);
    checkContent(update);
    seen.set(id, { type, action, status: AFTER[action] });
  }
}
