import type { Waiting } from './review';

const DAY_SECONDS = 86_400;

/** As the issue of a review is usually a matter of days: five to decide, two before anybody is chased. */
export const DEFAULT_DAYS = { review: 5, followUp: 2 } as const;

/** An execution lives a year at most; a wait is bounded well below it. */
const MOST_DAYS = 90;

/** A setting that is no number of days. */
export class WaitingSettingError extends Error {
  override name = 'WaitingSettingError';
  constructor(
    readonly setting: string,
    readonly given: string,
  ) {
    super(`${setting} is "${given}", and must be a number of days, more than 0 and at most ${MOST_DAYS}.`);
  }
}

/**
 * How long the workflow waits, by the settings of a deployment. Parts of a day are fine.
 * @throws WaitingSettingError
 */
export function waitingOf(settings: { review?: string; followUp?: string }): Waiting {
  const seconds = (setting: string, given: string | undefined, days: number) => {
    if (given === undefined || given.trim() === '') return days * DAY_SECONDS;
    const asked = Number(given);
    if (!(asked > 0 && asked <= MOST_DAYS)) throw new WaitingSettingError(setting, given);
    // The service counts whole seconds, and takes none below one.
    return Math.max(2, Math.round(asked * DAY_SECONDS));
  };
  return {
    review: seconds('NEVERMORE_REVIEW_DAYS', settings.review, DEFAULT_DAYS.review),
    followUp: seconds('NEVERMORE_FOLLOW_UP_DAYS', settings.followUp, DEFAULT_DAYS.followUp),
  };
}

/** The wait in two parts, with a reminder in between, in whole seconds. */
export function halvesOf(seconds: number): { first: number; second: number } {
  const first = Math.max(1, Math.floor(seconds / 2));
  return { first, second: Math.max(1, seconds - first) };
}
