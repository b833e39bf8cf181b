import { InvalidParameterValueError } from './errors';

/** Payload of a synchronous Invoke, in bytes (AWS Lambda API reference, `Invoke`). */
export const SYNC_PAYLOAD_BYTES = 6_291_456;

/** Payload of an Event Invoke and result of an execution started by one, in bytes (same page: 1 MB). */
export const ASYNC_PAYLOAD_BYTES = 1_048_576;

/** Response of a function, in bytes, as the service names it in `Function.ResponseSizeTooLarge`. */
export const RESPONSE_PAYLOAD_BYTES = 6_291_556;

/**
 * Payload of a step, context, callback or chained invocation, in bytes. The service answers with this
 * number; the SDK's newest reference speaks of 1 MB. The lower one is kept, so that nothing which works
 * here fails there.
 */
export const OPERATION_PAYLOAD_BYTES = 262_144;

/** An update that carries an error, in bytes (AWS's checkpoint server in the SDK's testing package). */
export const ERROR_UPDATE_BYTES = 32_768;

/** Largest body that is read at all: the largest payload, escaped as JSON inside a checkpoint. */
export const REQUEST_BODY_BYTES = 16 * 1_048_576;

/** Longest execution timeout, in seconds, of a durable function that may be invoked synchronously. */
export const SYNC_EXECUTION_TIMEOUT_SECONDS = 900;

/** Longest wait, retry delay or callback timeout, in seconds (366 days). */
export const LONGEST_TIMER_SECONDS = 31_622_400;

/** Operations in one page, and in the state that comes along with an invocation. */
export const PAGE_ITEMS = { default: 100, most: 1000 } as const;

/** Bytes of state that come along with an invocation; the rest is fetched by the SDK, page by page. */
export const INITIAL_STATE_BYTES = 5 * 1_048_576;

const EXECUTION_NAME = /^[a-zA-Z0-9_-]{1,64}$/;

/** @throws InvalidParameterValueError when AWS would refuse the `DurableExecutionName`. */
export function checkExecutionName(name: string): void {
  if (EXECUTION_NAME.test(name)) return;
  throw new InvalidParameterValueError(
    `1 validation error detected: Value '${name}' at 'durableExecutionName' failed to satisfy constraint: ` +
      'Member must have length between 1 and 64 and satisfy regular expression pattern: [a-zA-Z0-9-_]+',
  );
}

/** Size of a text on the wire, in bytes. */
export function byteLength(text: string | undefined): number {
  return text === undefined ? 0 : Buffer.byteLength(text, 'utf8');
}
