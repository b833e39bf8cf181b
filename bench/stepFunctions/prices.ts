/**
 * USD in us-east-1, without free tiers, which an account has once for everything in it.
 * https://aws.amazon.com/step-functions/pricing/ and https://aws.amazon.com/lambda/pricing/, November 2026.
 */
export const PRICES = {
  /** One state transition of a standard workflow; a retry is one more. */
  transition: 0.025 / 1_000,
  /** One durable operation: the start of an execution, a step, a wait, a callback; contexts are counted too, as the most it can be. */
  durableOperation: 8 / 1e6,
  /** A GB that a durable execution writes, and one that it keeps for a month. */
  durableGbWritten: 0.25,
  durableGbMonth: 0.15,
  lambdaRequest: 0.2 / 1e6,
  /** arm64. */
  lambdaGbSecond: 0.0000133334,
} as const;

/** Both sides run with this much memory. */
const MEMORY_GB = 0.5;
const BYTES_PER_GB = 1e9;
const DAYS_PER_MONTH = 30;

/** What a run takes of one side's services. Bedrock, mail and tables cost the same on both, and are left out. */
export interface Taken {
  transitions: number;
  durableOperations: number;
  bytesWritten: number;
  /** How long a finished execution's data is kept, in days. */
  daysKept: number;
  requests: number;
  /** For which a function runs: it is billed while it waits for an answer, too. */
  seconds: number;
}

/** USD for one run. */
export function priceOf(taken: Taken): number {
  const gigabytes = taken.bytesWritten / BYTES_PER_GB;
  return (
    taken.transitions * PRICES.transition +
    taken.durableOperations * PRICES.durableOperation +
    gigabytes * PRICES.durableGbWritten +
    gigabytes * (taken.daysKept / DAYS_PER_MONTH) * PRICES.durableGbMonth +
    taken.requests * PRICES.lambdaRequest +
    taken.seconds * MEMORY_GB * PRICES.lambdaGbSecond
  );
}
