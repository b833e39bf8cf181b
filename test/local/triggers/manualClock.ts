import type { Clock } from '../../../local/lambda';

/** A clock that a test moves. */
export function manualClock(start: number): Clock & { advance(ms: number): void } {
  let now = start;
  const tasks = new Set<{ at: number; run: () => void }>();
  return {
    now: () => now,
    schedule: (delayMs, run) => {
      const task = { at: now + delayMs, run };
      tasks.add(task);
      return () => tasks.delete(task);
    },
    advance: (ms) => {
      const end = now + ms;
      for (;;) {
        const [due] = [...tasks].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
        if (!due) break;
        tasks.delete(due);
        now = Math.max(now, due.at);
        due.run();
      }
      now = end;
    },
  };
}
