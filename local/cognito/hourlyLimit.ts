import { LimitExceededError } from './errors';

const HOUR = 60 * 60 * 1000;
/** Past this many names the ones whose hour is over are forgotten, so that made-up names fill no memory. */
const NAMES_BEFORE_SWEEP = 1_000;

/**
 * So many of something an hour for each name. It counts names that nobody has alike, or the refusal would
 * tell which address has an account. Counts live as long as the process.
 */
export class HourlyLimit {
  private readonly windows = new Map<string, { since: number; count: number }>();

  constructor(
    private readonly most: number,
    private readonly clock: () => number,
  ) {}

  /** Counts one more. @throws LimitExceededError when this hour has no more */
  take(name: string): void {
    const now = this.clock();
    const window = this.windows.get(name);
    if (!window || now - window.since >= HOUR) {
      this.sweep(now);
      this.windows.set(name, { since: now, count: 1 });
      return;
    }
    if (window.count >= this.most)
      throw new LimitExceededError('Attempt limit exceeded, please try after some time.');
    window.count += 1;
  }

  private sweep(now: number): void {
    if (this.windows.size < NAMES_BEFORE_SWEEP) return;
    for (const [name, { since }] of this.windows) if (now - since >= HOUR) this.windows.delete(name);
  }
}
