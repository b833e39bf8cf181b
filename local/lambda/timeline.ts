import { z } from 'zod';

/**
 * A time in which timers of durable executions ran faster than the wall's clock. `from` and `until` are epoch
 * milliseconds of the wall; `speed` is how many seconds of a timer pass in one of the wall's.
 */
export type Stretch = { readonly from: number; readonly until: number; readonly speed: number };

/** A file that says which times were faster. */
export const STRETCHES = z.array(
  z.object({ from: z.number(), until: z.number(), speed: z.number().positive() }),
);

/**
 * Maps what a timer has to wait onto the wall's clock. Journals hold the wall's time only; so an execution that
 * began at another speed has waited what passed while that speed ran, and no more.
 */
export class Timeline {
  /** @param stretches in order, not overlapping; between them, and after the last, time is the wall's */
  constructor(private readonly stretches: readonly Stretch[] = []) {}

  /**
   * The moment of the wall's clock at which `ms` of a timer's time have passed since `from`.
   * @param from epoch milliseconds
   */
  after(from: number, ms: number): number {
    let moment = from;
    let left = ms;
    for (const stretch of this.stretches) {
      if (stretch.until <= moment) continue;
      const before = Math.max(0, stretch.from - moment);
      if (left <= before) break;
      left -= before;
      moment += before;
      const within = (stretch.until - moment) * stretch.speed;
      // A timer may ring a millisecond late, and never early.
      if (left <= within) return Math.ceil(moment + left / stretch.speed);
      left -= within;
      moment = stretch.until;
    }
    return moment + left;
  }
}

/** Every second is a second. */
export const WALL_TIME = new Timeline();
