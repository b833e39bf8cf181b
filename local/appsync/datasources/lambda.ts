import { UnsupportedFeatureError } from '../errors';
import { DataSourceError, fieldsOf, type RunDataSource } from './dataSource';

/**
 * Invokes a function and gives its answer.
 * Throws when the function failed; an `errorType` on the error is passed on to the resolver.
 */
export type InvokeFunction = (
  functionArn: string,
  payload: unknown,
  invocationType: 'RequestResponse' | 'Event',
) => Promise<unknown>;

/** A Lambda data source: `Invoke`, waiting for the answer or, with `invocationType: Event`, only for the start. */
export const createLambdaSource =
  (functionArn: string, invoke: InvokeFunction): RunDataSource =>
  async (request) => {
    const { operation = 'Invoke', payload = null, invocationType = 'RequestResponse' } = fieldsOf(request);
    if (operation !== 'Invoke') throw new UnsupportedFeatureError(`The Lambda operation ${operation}`);
    if (invocationType !== 'Event' && invocationType !== 'RequestResponse') {
      throw new UnsupportedFeatureError(`The Lambda invocation type ${invocationType}`);
    }
    try {
      const answer = await invoke(functionArn, payload, invocationType);
      return invocationType === 'Event' ? null : (answer ?? null);
    } catch (cause) {
      const { message, errorType } = cause as { message?: string; errorType?: string };
      throw new DataSourceError(message ?? String(cause), errorType ?? 'Lambda:Unhandled', { cause });
    }
  };
