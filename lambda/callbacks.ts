import { refusalIn, signedPost } from './signedPost';

/** Lambda could not be told that what an execution waits for has happened. */
export class WakeUpFailedError extends Error {
  override name = 'WakeUpFailedError';
  constructor(what: string, options?: ErrorOptions) {
    super(
      `The waiting execution could not be woken (${what}). It looks by itself when its time is over.`,
      options,
    );
  }
}

/**
 * Wakes the execution that waits on a callback. One that does not wait any more is fine: what it waited for is in
 * the record, and it has looked there. @throws WakeUpFailedError
 */
export type WakeUp = (callbackId: string) => Promise<void>;

const endpointOf = ({ AWS_ENDPOINT_URL_LAMBDA: endpoint, AWS_REGION: region }: NodeJS.ProcessEnv) =>
  (endpoint ?? `https://lambda.${region}.amazonaws.com`).replace(/\/$/, '');

/** What Lambda calls a callback that is over, or that it has forgotten. */
const OVER = new Set([
  'CallbackTimeoutException',
  'ResourceNotFoundException',
  'InvalidParameterValueException',
]);

/** `SendDurableExecutionCallbackSuccess`: https://docs.aws.amazon.com/lambda/latest/api/API_SendDurableExecutionCallbackSuccess.html */
export const wakeUpThrough =
  (postTo: typeof signedPost = signedPost): WakeUp =>
  async (callbackId) => {
    const path = `/2025-12-01/durable-execution-callbacks/${encodeURIComponent(callbackId)}/succeed`;
    const post = postTo(`${endpointOf(process.env)}${path}`, 'lambda');
    const response = await post({ 'content-type': 'application/octet-stream' }, '"heard"').catch(
      (cause: unknown) => {
        throw new WakeUpFailedError('no answer', { cause });
      },
    );
    if (response.ok) return;
    const type = refusalIn(response);
    if (!OVER.has(type)) throw new WakeUpFailedError(type);
  };
