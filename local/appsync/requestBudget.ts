import { setImmediate as immediately } from 'node:timers/promises';
import { RequestQuotaError } from './errors';

/** AppSync's quotas: "Resolvers executed in a single request", "Request execution time". */
const MAX_RESOLVERS = 10_000;
const MAX_SECONDS = 30;

/** What one request may take, so that none holds up everybody else's. */
export class RequestBudget {
  #started = 0;
  /** When the next resolver may begin. */
  #turn: Promise<void> = Promise.resolve();
  readonly #timer: NodeJS.Timeout;
  readonly #expired: Promise<never>;
  #isOver = false;

  constructor(seconds = MAX_SECONDS) {
    let expire: (error: Error) => void = () => {};
    this.#expired = new Promise<never>((_, reject) => {
      expire = reject;
    });
    // Whoever runs then hears of it; a request that has ended needs nobody to.
    this.#expired.catch(() => {});
    this.#timer = setTimeout(() => {
      this.#isOver = true;
      expire(new RequestQuotaError(`Execution timed out after ${seconds} s.`, 'ExecutionTimeout'));
    }, seconds * 1000).unref();
  }

  /**
   * Runs one resolver. Those of a large request begin one by one, and between two of them comes what has
   * arrived from others.
   * @throws RequestQuotaError when the request has run too many, or for too long
   */
  async run<Result>(resolve: () => Promise<Result>): Promise<Result> {
    this.#started += 1;
    if (this.#started > MAX_RESOLVERS) {
      throw new RequestQuotaError(
        `One request executes at most ${MAX_RESOLVERS} resolvers.`,
        'ResolverExecutionLimitReached',
      );
    }
    if (this.#started > 1) {
      this.#turn = this.#turn.then(() => immediately());
      await this.#turn;
    }
    if (this.#isOver) return this.#expired;
    return Promise.race([resolve(), this.#expired]);
  }

  /** The request has its answer. */
  end(): void {
    clearTimeout(this.#timer);
  }
}
