import type { EnhancementProgress } from '../../domain/enhancement';
import { LocalCloudError } from '../errors';

/** The command was called with other words than it knows. */
export class UsageError extends LocalCloudError {
  override name = 'UsageError';
}

/** A line of the file to check is no pair of texts. */
export class UnreadableFactsError extends LocalCloudError {
  override name = 'UnreadableFactsError';
}

/** The API refused; the message is its own, for people. */
export class RequestRefusedError extends LocalCloudError {
  override name = 'RequestRefusedError';
}

/** The run ended without a draft. */
export class EnhanceFailedError extends LocalCloudError {
  override name = 'EnhanceFailedError';
  constructor(readonly enhancement: EnhancementProgress) {
    const why = enhancement.verdict?.fallbackReason ?? 'No model answered.';
    super(`${enhancement.message ?? 'The run failed.'} ${why}`);
  }
}

/** Nothing was heard of the run for too long. */
export class SilentRunError extends LocalCloudError {
  override name = 'SilentRunError';
  constructor(readonly seconds: number) {
    super(
      `The run has not reported for ${seconds} seconds. See the terminal of the local cloud for what it does.`,
    );
  }
}
