/** Time as the endpoint sees it. A test hands in its own, to make an hour pass at once. */
export type Clock = {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs `task` once after `delayMs` at the latest; returns what cancels it. May run it early. */
  schedule(delayMs: number, task: () => void): () => void;
};

/** `setTimeout` fires at once for longer delays, so longer ones are cut: whoever is woken looks again. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  schedule(delayMs, task) {
    const timer = setTimeout(task, Math.min(Math.max(0, delayMs), LONGEST_TIMEOUT_MS));
    return () => clearTimeout(timer);
  },
};
