import { isTransient } from '../../../lambda/durable/retry';

/** What a state machine tells of a task that failed: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
export interface Failed {
  Error: string;
  Cause?: string;
}

/** The name under which everything that is worth a second attempt reaches the state machine. */
export const TRANSIENT = 'Transient';

/** A state machine tells errors apart by their names only, so what is transient gets one name. */
export class TransientError extends Error {
  override name = TRANSIENT;
}

/** Does the work of a task, and says by the error's name whether a second attempt may help. @throws TransientError */
export async function named<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && isTransient(error))
      throw new TransientError(error.message, { cause: error });
    throw error;
  }
}

/** The message of what went wrong: Lambda puts the error into the cause as JSON, the service as it likes. */
export function whyOf({ Cause: cause = '' }: Failed, otherwise = 'It did not answer.'): string {
  if (!cause.startsWith('{')) return cause || otherwise;
  const { errorMessage } = JSON.parse(cause) as { errorMessage?: string };
  return errorMessage || otherwise;
}
