import { randomUUID } from 'node:crypto';
import type { Schedule } from '../assembly/types';
import type { Clock } from '../lambda';
import { nextTime } from './scheduleExpression';

export interface ScheduleOptions {
  schedules: readonly Schedule[];
  /** Invokes a function as an event; Lambda's own retries are its business. */
  invoke: (functionArn: string, payload: unknown) => Promise<unknown>;
  clock: Clock;
  /** When each was last due, in milliseconds since 1970, by name. */
  lastDue: { read(): Readonly<Record<string, number>>; write(last: Record<string, number>): void };
  onError: (schedule: string, error: unknown) => void;
}

/**
 * Calls functions when their schedules say so. What came due while nothing was running is made up for once at
 * the start, however often it was missed: a laptop sleeps, a region does not. A schedule that is new waits for
 * its first time.
 */
export function startSchedules({ schedules, invoke, clock, lastDue, onError }: ScheduleOptions): {
  close(): void;
} {
  const last: Record<string, number> = { ...lastDue.read() };
  const cancels = new Map<string, () => void>();
  let closed = false;

  const remember = (name: string, at: number) => {
    last[name] = at;
    try {
      lastDue.write(last);
    } catch (error) {
      onError(name, error);
    }
  };
  const look = (schedule: Schedule): void => {
    if (closed) return;
    const now = clock.now();
    const due = nextTime(schedule, last[schedule.name] ?? now);
    if (due === undefined) return;
    if (due <= now) {
      remember(schedule.name, now);
      invoke(schedule.functionArn, schedule.input ?? scheduledEvent(schedule, now)).catch((error: unknown) =>
        onError(schedule.name, error),
      );
    }
    const next = due <= now ? nextTime(schedule, now) : due;
    if (next !== undefined) {
      cancels.set(
        schedule.name,
        clock.schedule(next - now, () => look(schedule)),
      );
    }
  };

  for (const schedule of schedules) {
    if (last[schedule.name] === undefined) remember(schedule.name, clock.now());
    look(schedule);
  }
  return {
    close: () => {
      closed = true;
      for (const cancel of cancels.values()) cancel();
    },
  };
}

/** What the scheduler hands over where a template names no input. */
function scheduledEvent({ arn, region, account }: Schedule, now: number): object {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.scheduler',
    account,
    time: new Date(now).toISOString(),
    region,
    resources: [arn],
    detail: '{}',
  };
}
