/** First wait after a failure; it doubles up to the longest. */
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 30_000;

/** How long to wait until a save that failed is tried again. */
export class RetryPause {
  #milliseconds = FIRST_RETRY_MS;

  next(): number {
    const now = this.#milliseconds;
    this.#milliseconds = Math.min(LONGEST_RETRY_MS, now * 2);
    return now;
  }

  /** The server has answered. */
  reset(): void {
    this.#milliseconds = FIRST_RETRY_MS;
  }
}
