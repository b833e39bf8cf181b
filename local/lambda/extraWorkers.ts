import { availableParallelism, totalmem } from 'node:os';

/** What one process of a bundled function holds once it has run, in bytes (190 MB measured for `enhance`). */
const BYTES_OF_A_WORKER = 200 * 1024 * 1024;
/** The part of the memory that functions may take beside everything else on a laptop. */
const SHARE_OF_MEMORY = 0.25;

/**
 * How many processes there may be beyond the first of each function: as many as cores, for a rush that
 * computes is not over sooner with more of them, but never more than a quarter of the memory.
 */
export const mostExtraWorkers = (cores = availableParallelism(), memory = totalmem()): number =>
  Math.max(1, Math.min(cores, Math.floor((memory * SHARE_OF_MEMORY) / BYTES_OF_A_WORKER)));

/** The processes of one version of a function, as far as they compete with those of others. */
export interface Competitor {
  /** Whether an invocation waits for a process. */
  readonly waits: boolean;
  /** Ends an idle process beyond the first, if there is one. */
  giveUpIdle(): boolean;
  /** Starts a process for an invocation that waits, if one does and `take` allows it. */
  grow(): boolean;
}

/**
 * The processes beyond the first of each version, which all versions share. The first is always granted: a
 * function that waits for another one's answer would otherwise hold the place that the other one needs.
 */
export class ExtraWorkers {
  private used = 0;
  private readonly competitors = new Set<Competitor>();

  constructor(private readonly most: number) {}

  join(competitor: Competitor): void {
    this.competitors.add(competitor);
  }

  /** Takes a place, also one that another function does not use at the moment. */
  take(asking: Competitor): boolean {
    if (this.used < this.most) {
      this.used += 1;
      return true;
    }
    return [...this.competitors].some((other) => other !== asking && other.giveUpIdle());
  }

  /** Whether another function has use for a place that this one does not use. */
  isWantedBeside(one: Competitor): boolean {
    return [...this.competitors].some((other) => other !== one && other.waits);
  }

  /** Gives a place back; whoever waits longest without one comes next. */
  release(): void {
    this.used -= 1;
    for (const competitor of this.competitors) {
      if (!competitor.grow()) continue;
      // Last in turn the next time.
      this.competitors.delete(competitor);
      this.competitors.add(competitor);
      return;
    }
  }
}
