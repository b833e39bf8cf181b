import { LocalCloudError } from './errors';

/** Above this an execution that may live for an hour would be over before a model has answered. */
const FASTEST = 600;

/** How many seconds of a durable wait pass in one, as a person sets it; 1 is a real clock. */
export function readClockSpeed(environment: NodeJS.ProcessEnv): number {
  return clockSpeedFrom('NEVERMORE_CLOCK', environment.NEVERMORE_CLOCK || '1');
}

/**
 * @param setting what the person calls it
 * @throws LocalCloudError unless it is a whole number from 1 to 600
 */
export function clockSpeedFrom(setting: string, given: string): number {
  if (/^\d{1,3}$/.test(given) && Number(given) >= 1 && Number(given) <= FASTEST) return Number(given);
  throw new LocalCloudError(
    `${setting} is "${given}", and must be a whole number from 1 to ${FASTEST}: 60 lets an hour of waiting pass in a minute.`,
  );
}

/** What a speed means, for the terminal and for pages; nothing for a real clock. */
export function describeClockSpeed(speed: number): string | undefined {
  if (speed === 1) return undefined;
  const seconds = 3600 / speed;
  const hour =
    speed === 60
      ? 'a minute'
      : seconds < 60
        ? `${Number(seconds.toFixed(1))} seconds`
        : `${Number((seconds / 60).toFixed(1))} minutes`;
  return `durable executions wait ${speed} times as fast: an hour is ${hour}. Dates stay real`;
}
